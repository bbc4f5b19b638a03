namespace SonoranCad.Remove911.Delivery;

/// <summary>The accepted removals that are not complete: a second request for a call joins the first. The store changes before anyone is told.</summary>
internal sealed class Outbox(OutboxStore store, SettingsMonitor settings, IOpenCallLookup openCalls, IClock clock)
{
    // Joining adds no entry, but a resource that keeps requesting one call must not fill the memory either.
    private const int RequestsPerEntry = 4;

    private readonly Dictionary<EntryKey, OutboxEntry> _entries = new();
    private readonly PlayerQuota _quota = new();
    private int _requestCount;
    private bool _hasEntriesWithoutTarget;

    /// <summary>What the rate limit alone holds back expires after this.</summary>
    public static TimeSpan MaxWait { get; } = TimeSpan.FromHours(24);

    public int Count => _entries.Count;
    public WaitingQueue Waiting { get; } = new();
    public ExpiryQueue Expiry { get; } = new();

    private int MaxWaiting => settings.Current.MaxWaiting;

    /// <summary>Adds all calls of a request, or none; returns why none was added, or null.</summary>
    public RemovalError? TryEnqueue(RemovalRequest request, CallTarget target)
    {
        // By index, because an enumerator of the interface costs each command an object.
        var callIds = request.CallIds;
        var added = 0;
        for (var i = 0; i < callIds.Count; i++)
            added += Find(callIds[i], target) is null ? 1 : 0;

        if (_entries.Count + added > MaxWaiting || _requestCount >= MaxWaiting * RequestsPerEntry)
            return RemovalErrors.Busy;

        if (added > 0 && _quota.CountFor(request.Requester) + added > MaxFor(request.Requester))
            return RemovalErrors.PlayerLimitReached;

        _requestCount++;
        for (var i = 0; i < callIds.Count; i++)
        {
            if (Find(callIds[i], target) is not { } entry)
            {
                entry = new OutboxEntry(callIds[i], target, request.Requester, clock.UtcNow)
                {
                    CommunityId = target.CommunityId,
                    AcceptedElapsed = clock.Elapsed,
                    MaxAge = settings.Current.MaxAge,
                };
                AddEntry(entry, entry.AcceptedElapsed + entry.MaxAge);
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
        var ofPlayer = MaxFor(requester) - _quota.CountFor(requester);
        return ofPlayer < remaining
            ? new OutboxCapacity(Math.Max(0, ofPlayer.Value), OutboxLimit.Player)
            : new OutboxCapacity(Math.Max(0, remaining), OutboxLimit.Outbox);
    }

    /// <summary>Restores the entries from before the restart; returns the unreadable keys, which are set aside.</summary>
    public IReadOnlyList<string> Restore()
    {
        var setAside = new List<string>();
        foreach (var entry in store.Load(setAside))
        {
            // A damaged key has left a second copy behind.
            if (_entries.ContainsKey(entry.Key))
            {
                store.Remove(entry);
                continue;
            }

            // The time of day may have been set back or forward meanwhile.
            entry.AcceptedElapsed = clock.Elapsed - Clamp(clock.UtcNow - entry.AcceptedAt, MaxWait);
            entry.MaxAge = settings.Current.MaxAge;
            entry.HadLastTry = RemainingAge(entry) == TimeSpan.Zero;
            _hasEntriesWithoutTarget |= entry.Target is null;
            store.Adopt(entry);
            AddEntry(entry, clock.Elapsed + RemainingAge(entry));
        }

        return setAside;
    }

    /// <summary>Notes that a request goes out: <see cref="OutboxEntry.MaxAge"/> counts from an entry's first one.</summary>
    public void MarkSent(InFlightBatch batch)
    {
        foreach (var entry in batch.Entries)
        {
            entry.Batch = batch;

            // If an earlier try may have cleared the call, it's no wonder that it isn't listed.
            entry.IsUnlisted = !entry.MayBeCleared && openCalls.IsAbsent(entry.CallId, clock.Elapsed);
            if (entry.FirstTriedAt is null)
            {
                entry.FirstTriedAt = clock.UtcNow;
                Expiry.Set(entry, clock.Elapsed + entry.MaxAge);
            }

            store.Update(entry);
        }
    }

    /// <summary>Notes that the entry's request has ended without completing it.</summary>
    public void MarkReturned(OutboxEntry entry)
    {
        entry.HadLastTry = RemainingAge(entry) == TimeSpan.Zero;
        if (!entry.HasDeadline || (entry.HadLastTry && entry.Deadline > clock.Elapsed))
            Expiry.Set(entry, clock.Elapsed);

        // While the request was in flight, the store has said that it may have cleared the call.
        if (!entry.MayBeCleared)
            store.Update(entry);
    }

    /// <summary>Removes an entry and records its outcome on its requests: cleared if <paramref name="error"/> is null.</summary>
    public void Complete(OutboxEntry entry, RemovalError? error)
    {
        _entries.Remove(entry.Key);
        Expiry.Remove(entry);
        store.Remove(entry);
        _quota.Remove(entry.Requester);
        foreach (var request in entry.Requests)
        {
            request.Record(entry.CallId, error, entry.IsClearedUnlisted(error));
            _requestCount -= request.IsComplete ? 1 : 0;
        }
    }

    public OutboxEntry? Find(int callId, CallTarget? target) =>
        _entries.TryGetValue(new EntryKey(callId, target), out var entry)
        || (_hasEntriesWithoutTarget && target is not null && _entries.TryGetValue(new EntryKey(callId, null), out entry) && entry.BelongsTo(target))
            ? entry
            : null;

    public IReadOnlyCollection<OutboxEntry> GetAll() => _entries.Values;

    // Neither one player nor the schedule may fill the outbox for the others, but one command of a player always fits.
    private int MaxFor(Requester requester) =>
        requester.Kind == RequesterKind.Schedule ? MaxWaiting / 10 : Math.Max(CallIdList.MaxCount, MaxWaiting / 10);

    // A removal that was never tried does not age if the clock is set forward.
    private TimeSpan RemainingAge(OutboxEntry entry) =>
        entry.FirstTriedAt is { } tried ? entry.MaxAge - Clamp(clock.UtcNow - tried, entry.MaxAge) : entry.MaxAge;

    private static TimeSpan Clamp(TimeSpan age, TimeSpan max) => age < TimeSpan.Zero ? TimeSpan.Zero : age > max ? max : age;

    private void AddEntry(OutboxEntry entry, TimeSpan deadline)
    {
        _entries[entry.Key] = entry;
        Waiting.Add(entry);
        Expiry.Set(entry, deadline);
        _quota.Add(entry.Requester);
    }
}

internal interface IOpenCallLookup
{
    /// <summary>Whether the open calls are known from a source that is at most a minute old, and this call is not among them.</summary>
    bool IsAbsent(int callId, TimeSpan now);
}

/// <summary>How many more removals a requester may add to the outbox, and what limits that.</summary>
internal readonly record struct OutboxCapacity(int Remaining, OutboxLimit LimitedBy);

/// <summary>The whole outbox (<c>maxWaiting</c>), or the player's share of it.</summary>
internal enum OutboxLimit
{
    Outbox,
    Player,
}
