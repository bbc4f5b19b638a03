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
    private const int TicketsAnEntry = 4;

    private readonly OutboxStore _store;
    private readonly DeliveryOptions _limits;
    private readonly Dictionary<int, OutboxEntry> _entries = new();
    private readonly LinkedList<OutboxEntry> _waiting = new();
    private readonly ExpiryQueue _byAge = new();
    private readonly PlayerQuota _shares = new();
    private int _tickets;
    private int _parts;

    public Outbox(OutboxStore store, DeliveryOptions limits)
    {
        _store = store;
        _limits = limits;
    }

    public int Count => _entries.Count;

    /// <summary>How many wait to be sent.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>Takes a request on whole, or says why not and changes nothing.</summary>
    public RemovalError? TryEnqueue(RemovalRequest ticket, string communityId, TimeSpan now, DateTime utcNow)
    {
        var added = CountNew(ticket.CallIds);
        if (_entries.Count + added > _limits.MostWaiting || _tickets >= _limits.MostWaiting * TicketsAnEntry)
        {
            return RemovalErrors.Busy;
        }

        if (added > 0 && _shares.Of(ticket.Requester) + added > _limits.MostOfOnePlayer)
        {
            return RemovalErrors.TooManyOfYours;
        }

        _tickets++;
        foreach (var callId in ticket.CallIds)
        {
            if (!_entries.TryGetValue(callId, out var entry))
            {
                entry = new OutboxEntry(callId, ticket.Requester, utcNow, now + _limits.MaxAge) { MaxAge = _limits.MaxAge, CommunityId = communityId };
                Put(entry);
                _store.Add(entry);
            }

            entry.Tickets.Add(ticket);
        }

        return null;
    }

    /// <summary>How many calls that are not in it yet a requester may add now.</summary>
    /// <param name="requester">Who asks.</param>
    /// <param name="limit">How a request for more is refused.</param>
    public int RemainingCapacity(Requester requester, out RemovalError limit)
    {
        var room = _limits.MostWaiting - _entries.Count;
        limit = RemovalErrors.Busy;
        if (_limits.MostOfOnePlayer - _shares.Of(requester) is { } share && share < room)
        {
            room = share;
            limit = RemovalErrors.TooManyOfYours;
        }

        return Math.Max(0, room);
    }

    /// <summary>Puts back what was pending before the restart; it keeps its age, whatever the time of day did meanwhile.</summary>
    /// <returns>The store's keys that could not be read and were set aside.</returns>
    public IReadOnlyList<string> Restore(TimeSpan now, DateTime utcNow)
    {
        var entries = _store.Load((callId, requester, acceptedAt) => Restored(callId, requester, acceptedAt, now, utcNow), out var setAside);
        entries.ForEach(Put);
        return setAside;
    }

    /// <summary>Takes the next batch off the queue: up to <paramref name="most"/> from its head, a refused batch's part alone.</summary>
    public List<OutboxEntry> TakeBatch(int most)
    {
        var batch = new List<OutboxEntry>();
        var part = _waiting.First?.Value.Part ?? 0;
        while (batch.Count < most && _waiting.First is { } node && node.Value.Part == part)
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
        entry.Part = 0;
        _waiting.AddLast(entry.Node);
    }

    /// <summary>Puts a refused batch back in two parts, until the call that is to blame stands alone.</summary>
    public void Split(IReadOnlyList<OutboxEntry> batch)
    {
        var half = batch.Count / 2;
        _parts += 2;
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Part = i < half ? _parts - 1 : _parts;
        }

        Requeue(batch);
    }

    /// <summary>Ends an entry for good.</summary>
    public void Complete(OutboxEntry entry)
    {
        entry.HasEnded = true;
        if (entry.IsWaiting)
        {
            _waiting.Remove(entry.Node);
        }

        _entries.Remove(entry.CallId);
        _store.Remove(entry);
        _shares.Remove(entry.Requester);
    }

    /// <summary>The entry of a call, or null.</summary>
    public OutboxEntry? Find(int callId) => _entries.TryGetValue(callId, out var entry) ? entry : null;

    /// <summary>Brings <see cref="OutboxEntry.Place"/> of all that wait up to date.</summary>
    public void CountPlaces()
    {
        var place = 0;
        foreach (var entry in _waiting)
        {
            entry.Place = ++place;
        }
    }

    /// <summary>A request has its answer.</summary>
    public void Answered() => _tickets--;

    /// <summary>The next entry to expire, waiting or on its way; null where there is none.</summary>
    public OutboxEntry? Oldest() => _byAge.Next();

    /// <summary>The waiting entries whose time is over at <paramref name="now"/>.</summary>
    public List<OutboxEntry> Expired(TimeSpan now) => _waiting.Where(entry => entry.Deadline <= now).ToList();

    /// <summary>All entries, those on their way too.</summary>
    public List<OutboxEntry> All() => _entries.Values.ToList();

    private int CountNew(IReadOnlyList<int> callIds)
    {
        var count = 0;
        for (var i = 0; i < callIds.Count; i++)
        {
            count += _entries.ContainsKey(callIds[i]) ? 0 : 1;
        }

        return count;
    }

    private OutboxEntry Restored(int callId, Requester requester, DateTime acceptedAt, TimeSpan now, DateTime utcNow)
    {
        var age = utcNow - acceptedAt;
        age = age < TimeSpan.Zero ? TimeSpan.Zero : age > _limits.MaxAge ? _limits.MaxAge : age;

        // Its request may have been on its way when the resource ended.
        return new OutboxEntry(callId, requester, acceptedAt, now + _limits.MaxAge - age) { MaxAge = _limits.MaxAge, MayBeCleared = true };
    }

    private void Put(OutboxEntry entry)
    {
        _entries[entry.CallId] = entry;
        _waiting.AddLast(entry.Node);
        _byAge.Add(entry);
        _shares.Add(entry.Requester);
    }
}
