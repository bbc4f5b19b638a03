using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The accepted removals that are not complete, keyed by call id: a second request for a call joins the first.
/// Every change is in the store before anyone is told.
/// </summary>
internal sealed class Outbox(OutboxStore store, SettingsMonitor settings, IClock clock)
{
    // Joining adds no entry, but a resource that keeps requesting one call must not fill the memory either.
    private const int RequestsPerEntry = 4;

    private readonly Dictionary<int, OutboxEntry> _entries = new();
    private readonly ExpiryQueue _expiryQueue = new();
    private readonly PlayerQuota _quota = new();
    private int _requestCount;

    /// <summary>The number of entries, waiting or in flight.</summary>
    public int Count => _entries.Count;

    public WaitingQueue Waiting { get; } = new();

    private int MaxWaiting => settings.Current.MaxWaiting;

    // No single player may fill the outbox for the others, but one command always fits.
    private int MaxPerPlayer => Math.Max(CallIdList.MaxCount, MaxWaiting / 10);

    /// <summary>Adds all calls of a request, or none; returns why none was added, or null.</summary>
    public RemovalError? TryEnqueue(RemovalRequest request, CadAccount account)
    {
        var added = request.CallIds.Count(callId => !_entries.ContainsKey(callId));
        if (_entries.Count + added > MaxWaiting || _requestCount >= MaxWaiting * RequestsPerEntry)
        {
            return RemovalErrors.Busy;
        }

        if (added > 0 && _quota.CountFor(request.Requester) + added > MaxPerPlayer)
        {
            return RemovalErrors.PlayerLimitReached;
        }

        _requestCount++;
        var maxAge = settings.Current.MaxAge;
        foreach (var callId in request.CallIds)
        {
            if (!_entries.TryGetValue(callId, out var entry))
            {
                entry = new OutboxEntry(callId, request.Requester, clock.UtcNow, clock.Elapsed + maxAge)
                {
                    MaxAge = maxAge,
                    CommunityId = account.CommunityId,
                };
                AddEntry(entry);
                store.Add(entry);
            }

            entry.Requests.Add(request);
        }

        return null;
    }

    /// <summary>How many calls that are not in the outbox yet a requester may add now.</summary>
    public OutboxCapacity RemainingCapacity(Requester requester)
    {
        var remaining = MaxWaiting - _entries.Count;
        var ofPlayer = MaxPerPlayer - _quota.CountFor(requester);
        return ofPlayer < remaining
            ? new OutboxCapacity(Math.Max(0, ofPlayer.Value), OutboxLimit.Player)
            : new OutboxCapacity(Math.Max(0, remaining), OutboxLimit.Outbox);
    }

    /// <summary>Restores the entries from before the restart; returns the unreadable keys, which are set aside.</summary>
    public IReadOnlyList<string> Restore()
    {
        var setAside = new List<string>();
        foreach (var stored in store.Load(setAside))
        {
            AddEntry(CreateRestored(stored));
        }

        return setAside;
    }

    /// <summary>Removes an entry and records its outcome on its requests: cleared if <paramref name="error"/> is null.</summary>
    public void Complete(OutboxEntry entry, RemovalError? error)
    {
        entry.IsComplete = true;
        if (entry.IsWaiting)
        {
            Waiting.Remove(entry);
        }

        _entries.Remove(entry.CallId);
        store.Remove(entry);
        _quota.Remove(entry.Requester);
        foreach (var request in entry.Requests)
        {
            request.Record(entry.CallId, error);
            _requestCount -= request.IsComplete ? 1 : 0;
        }
    }

    public OutboxEntry? Find(int callId) => _entries.TryGetValue(callId, out var entry) ? entry : null;

    /// <summary>The next entry to expire, waiting or in flight; null if there is none.</summary>
    public OutboxEntry? NextToExpire() => _expiryQueue.Next();

    public IReadOnlyCollection<OutboxEntry> GetAll() => _entries.Values;

    private OutboxEntry CreateRestored(StoredEntry stored)
    {
        var maxAge = settings.Current.MaxAge;

        // The time of day may have been set back or forward meanwhile.
        var age = clock.UtcNow - stored.AcceptedAt;
        age = age < TimeSpan.Zero ? TimeSpan.Zero : age > maxAge ? maxAge : age;
        return new OutboxEntry(stored.CallId, stored.Requester, stored.AcceptedAt, clock.Elapsed + maxAge - age)
        {
            MaxAge = maxAge,
            CommunityId = stored.CommunityId,

            // Its request may have been in flight when the resource stopped.
            MayBeCleared = true,
        };
    }

    private void AddEntry(OutboxEntry entry)
    {
        _entries[entry.CallId] = entry;
        Waiting.Add(entry);
        _expiryQueue.Add(entry);
        _quota.Add(entry.Requester);
    }
}
