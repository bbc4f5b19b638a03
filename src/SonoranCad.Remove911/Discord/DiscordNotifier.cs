using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.Discord;

/// <summary>
/// Posts the outcomes of removals to a Discord channel. It has its own rate limit and retries, so that Discord never delays a
/// removal. The webhook's URL is a secret that appears in the request only.
/// </summary>
internal sealed class DiscordNotifier(
    SettingsMonitor settings,
    CallbackHttpClient httpClient,
    IClock clock,
    DiscordEmbedQueue queue,
    DiscordLogger log,
    ResourceInfo resource) : IOutcomeListener, ITickable
{
    private readonly OutcomeGrouper _grouper = new();
    private readonly DiscordThrottle _throttle = new();

    // The message being posted or retried; empty if none is.
    private IReadOnlyList<DiscordEmbed> _message = [];
    private string _url = settings.Current.DiscordWebhook;
    private string? _goneUrl;

    /// <summary>Bounds the embeds built in a tick.</summary>
    public TickBudget? Budget { get; init; }

    public bool NeedsTick => _message.Count > 0 || !_grouper.IsEmpty || !queue.IsEmpty;

    private bool IsEnabled => _url.Length > 0 && _url != _goneUrl;

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        if (IsEnabled)
        {
            _grouper.Add(entry.CallId, entry.Requester, error);
        }
    }

    public void Tick(TimeSpan now)
    {
        // If the budget is spent, more of the same group may follow in the next tick.
        while (Budget?.IsSpent != true && _grouper.TakeNext() is { } group)
        {
            queue.Add(group, clock.UtcNow);
        }

        if ((_message.Count > 0 || !queue.IsEmpty) && _throttle.IsDue(now))
        {
            Send();
        }
    }

    /// <summary>Posts what waits when the resource stops, if the rate limit permits. Doesn't wait for the response.</summary>
    public void Stop() => Tick(clock.Elapsed);

    private void Send()
    {
        if (_message.Count == 0)
        {
            _message = queue.TakeMessage();
        }

        var url = _url;
        _throttle.Acquire();
        httpClient.Send(DiscordPayload.CreateRequest(url, _message, resource.Version), response => OnResponse(response, url));
    }

    private void OnResponse(HttpResponse response, string url)
    {
        var now = clock.Elapsed;
        _throttle.Release(now);
        var result = DiscordResponse.Read(response);
        if (result != DiscordResult.Posted && url != _url)
        {
            // The owner has set another webhook since. The message goes there.
            return;
        }

        switch (result)
        {
            case DiscordResult.Posted:
                log.LogRecovered();
                FinishMessage();
                break;
            case DiscordResult.WebhookGone:
                log.LogGone(response.Status);
                _goneUrl = url;
                DropAll();
                break;
            case DiscordResult.Refused:
                DropMessage(response, now);
                break;
            case DiscordResult.Retry when _throttle.RecordFailure(response, now):
                DropMessage(response, now);
                break;
        }
    }

    private void DropMessage(HttpResponse response, TimeSpan now)
    {
        log.LogDropped(_message.Count, response, now);
        FinishMessage();
    }

    private void FinishMessage()
    {
        _message = [];
        _throttle.ResetFailures();
    }

    private void DropAll()
    {
        queue.Clear();
        _grouper.Clear();
        FinishMessage();
    }

    /// <summary>Switches to another webhook, or retries one that was gone.</summary>
    public void OnSettingsChanged()
    {
        // An owner who reloads the configuration wants another attempt, even with the same URL.
        _goneUrl = null;
        if (_url == settings.Current.DiscordWebhook)
        {
            return;
        }

        _url = settings.Current.DiscordWebhook;
        _throttle.Reset();
        if (!IsEnabled)
        {
            DropAll();
        }
    }
}
