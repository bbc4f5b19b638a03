using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Sends batches from the outbox when the policy allows, and collects those that have their response.</summary>
internal sealed class BatchSender(
    CallbackHttpClient httpClient, Outbox outbox, DeliveryStore store, SendPolicy policy, ApiRateLimits limits, ILog log)
{
    private readonly Queue<InFlightBatch> _completed = new();

    /// <summary>The requests sent since the start.</summary>
    public int RequestCount { get; private set; }

    public bool HasCompleted => _completed.Count > 0;

    /// <summary>Takes the batches that have their response, and releases their rate limits.</summary>
    public List<InFlightBatch> TakeCompleted(TimeSpan now)
    {
        var completed = _completed.ToList();
        _completed.Clear();
        foreach (var batch in completed)
        {
            batch.RateLimiter.Release(now);
        }

        return completed;
    }

    /// <summary>Sends all that may go out at <paramref name="now"/>.</summary>
    /// <returns>Entries of a community that the owner has left: in the new one, their ids are other calls.</returns>
    public IReadOnlyList<OutboxEntry> SendDue(TimeSpan now)
    {
        var ready = new List<InFlightBatch>();
        var stale = new List<OutboxEntry>();
        while (policy.NextTarget(now) is { } target)
        {
            var entries = outbox.Waiting.TakeBatch(target.Endpoint.BatchSize);
            stale.AddRange(entries.Where(entry => BelongsToOtherCommunity(entry, target.Account)));
            entries.RemoveAll(entry => BelongsToOtherCommunity(entry, target.Account));
            if (entries.Count > 0)
            {
                ready.Add(new InFlightBatch(entries, target, limits.Acquire(target.Endpoint.ApiVersion), now));
            }
        }

        // Flush before sending: a crash in between may send a call again, but never loses one.
        store.Flush();
        ready.ForEach(Send);
        return stale;
    }

    private static bool BelongsToOtherCommunity(OutboxEntry entry, CadAccount account) =>
        entry.CommunityId is not null && entry.CommunityId != account.CommunityId;

    private void Send(InFlightBatch batch)
    {
        var callIds = batch.Entries.Select(entry => entry.CallId).ToList();
        var token = httpClient.Send(batch.Endpoint.CreateRequest(batch.Account, callIds), response => Complete(batch, response));
        RequestCount += token < 0 ? 0 : 1;
        log.Write(
            LogLevel.Debug,
            new Phrase("log.request").With("token", token).With("endpoint", batch.Endpoint.Name).With("calls", CallIdFormatter.FormatAll(callIds)));
    }

    private void Complete(InFlightBatch batch, HttpResponse response)
    {
        batch.Response = response;
        _completed.Enqueue(batch);
    }
}
