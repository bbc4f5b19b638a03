using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The removals that were accepted and have not ended, keyed by call id: a second request for a call joins the first. Every
/// change is in the store before anyone hears of it.
/// </summary>
internal sealed class Outbox
{
    // Joining adds no entry; a resource that asks for one call for ever must not fill the memory all the same.
    private const int RequestsPerEntry = 4;

    private readonly OutboxStore _store;
    private readonly DeliveryOptions _options;
    private readonly Dictionary<int, OutboxEntry> _entries = new();
    private readonly LinkedList<OutboxEntry> _waiting = new();
    private readonly ExpiryQueue _expiryQueue = new();
    private readonly PlayerQuota _quota = new();
    private int _requestCount;
    private int _lastSplitGroup;

    public Outbox(OutboxStore store, DeliveryOptions options)
    {
        _store = store;
        _options = options;
    }

    public int Count => _entries.Count;

    /// <summary>How many wait to be sent.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>Takes a request on whole, or says why not and changes nothing.</summary>
    public RemovalError? TryEnqueue(RemovalRequest request, string communityId, TimeSpan now, DateTime utcNow)
    {
        var added = CountNew(request.CallIds);
        if (_entries.Count + added > _options.MaxWaiting || _requestCount >= _options.MaxWaiting * RequestsPerEntry)
        {
            return RemovalErrors.Busy;
        }

        if (added > 0 && _quota.CountFor(request.Requester) + added > _options.MaxPerPlayer)
        {
            return RemovalErrors.PlayerLimitReached;
        }

        _requestCount++;
        foreach (var callId in request.CallIds)
        {
            if (!_entries.TryGetValue(callId, out var entry))
            {
                entry = new OutboxEntry(callId, request.Requester, utcNow, now + _options.MaxAge) { MaxAge = _options.MaxAge, CommunityId = communityId };
                AddEntry(entry);
                _store.Add(entry);
            }

            entry.Requests.Add(request);
        }

        return null;
    }

    /// <summary>How many calls that are not in it yet a requester may add now.</summary>
    /// <param name="requester">Who asks.</param>
    /// <param name="refusal">How a request for more is refused.</param>
    public int RemainingCapacity(Requester requester, out RemovalError refusal)
    {
        var capacity = _options.MaxWaiting - _entries.Count;
        refusal = RemovalErrors.Busy;
        if (_options.MaxPerPlayer - _quota.CountFor(requester) is { } playerCapacity && playerCapacity < capacity)
        {
            capacity = playerCapacity;
            refusal = RemovalErrors.PlayerLimitReached;
        }

        return Math.Max(0, capacity);
    }

    /// <summary>Puts back what was pending before the restart; it keeps its age, whatever the time of day did meanwhile.</summary>
    /// <returns>The store's keys that could not be read and were set aside.</returns>
    public IReadOnlyList<string> Restore(TimeSpan now, DateTime utcNow)
    {
        var entries = _store.Load((callId, requester, acceptedAt) => CreateRestored(callId, requester, acceptedAt, now, utcNow), out var setAside);
        entries.ForEach(AddEntry);
        return setAside;
    }

    /// <summary>Takes the next batch off the queue: up to <paramref name="maxCount"/> from its head, a refused batch's part alone.</summary>
    public List<OutboxEntry> TakeBatch(int maxCount)
    {
        var batch = new List<OutboxEntry>();
        var splitGroup = _waiting.First?.Value.SplitGroup ?? 0;
        while (batch.Count < maxCount && _waiting.First is { } node && node.Value.SplitGroup == splitGroup)
        {
            _waiting.Remove(node);
            batch.Add(node.Value);
        }

        return batch;
    }

    /// <summary>Puts a batch back to the head of the queue, in its order.</summary>
    public void Requeue(IReadOnlyList<OutboxEntry> batch)
    {
        for (var i = batch.Count - 1; i >= 0; i--)
        {
            _waiting.AddFirst(batch[i].Node);
        }
    }

    /// <summary>Puts an entry back to the end of the queue, where others may join it.</summary>
    public void MoveToBack(OutboxEntry entry)
    {
        entry.SplitGroup = 0;
        _waiting.AddLast(entry.Node);
    }

    /// <summary>Puts a refused batch back in two parts, until the call that is to blame stands alone.</summary>
    public void Split(IReadOnlyList<OutboxEntry> batch)
    {
        var half = batch.Count / 2;
        _lastSplitGroup += 2;
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].SplitGroup = i < half ? _lastSplitGroup - 1 : _lastSplitGroup;
        }

        Requeue(batch);
    }

    /// <summary>Ends an entry for good.</summary>
    public void Complete(OutboxEntry entry)
    {
        entry.IsComplete = true;
        if (entry.IsWaiting)
        {
            _waiting.Remove(entry.Node);
        }

        _entries.Remove(entry.CallId);
        _store.Remove(entry);
        _quota.Remove(entry.Requester);
    }

    /// <summary>The entry of a call, or null.</summary>
    public OutboxEntry? Find(int callId) => _entries.TryGetValue(callId, out var entry) ? entry : null;

    /// <summary>Brings <see cref="OutboxEntry.Position"/> of all that wait up to date.</summary>
    public void UpdatePositions()
    {
        var position = 0;
        foreach (var entry in _waiting)
        {
            entry.Position = ++position;
        }
    }

    /// <summary>A request has its answer.</summary>
    public void OnRequestCompleted() => _requestCount--;

    /// <summary>The next entry to expire, waiting or on its way; null where there is none.</summary>
    public OutboxEntry? NextToExpire() => _expiryQueue.Next();

    /// <summary>The waiting entries whose time is over at <paramref name="now"/>.</summary>
    public List<OutboxEntry> GetExpired(TimeSpan now) => _waiting.Where(entry => entry.Deadline <= now).ToList();

    /// <summary>All entries, those on their way too.</summary>
    public List<OutboxEntry> GetAll() => _entries.Values.ToList();

    private int CountNew(IReadOnlyList<int> callIds)
    {
        var count = 0;
        for (var i = 0; i < callIds.Count; i++)
        {
            count += _entries.ContainsKey(callIds[i]) ? 0 : 1;
        }

        return count;
    }

    private OutboxEntry CreateRestored(int callId, Requester requester, DateTime acceptedAt, TimeSpan now, DateTime utcNow)
    {
        var age = utcNow - acceptedAt;
        age = age < TimeSpan.Zero ? TimeSpan.Zero : age > _options.MaxAge ? _options.MaxAge : age;

        // Its request may have been on its way when the resource ended.
        return new OutboxEntry(callId, requester, acceptedAt, now + _options.MaxAge - age) { MaxAge = _options.MaxAge, MayBeCleared = true };
    }

    private void AddEntry(OutboxEntry entry)
    {
        _entries[entry.CallId] = entry;
        _waiting.AddLast(entry.Node);
        _expiryQueue.Add(entry);
        _quota.Add(entry.Requester);
    }
}
