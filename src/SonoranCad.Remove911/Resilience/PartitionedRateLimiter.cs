using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// Lets so many of each sender through in a stretch of time and counts the rest: any client can fire events by the dozen,
/// and none may fill the log, the chat or the outbox.
/// </summary>
internal sealed class PartitionedRateLimiter
{
    private const int MostSenders = 256;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly TimeSpan _window;

    /// <param name="most">How many of one sender pass in one window.</param>
    /// <param name="window">The stretch of time that the count belongs to, wherever it begins.</param>
    public PartitionedRateLimiter(int most, TimeSpan window)
    {
        Most = most;
        _window = window;
    }

    /// <summary>How many of one sender pass in any window.</summary>
    public int Most { get; set; }

    /// <summary>Whether one more of <paramref name="sender"/> may pass at <paramref name="now"/>.</summary>
    /// <param name="sender">Who caused it.</param>
    /// <param name="now">Time since the start, from the clock.</param>
    /// <param name="heldBack">How many were kept back since the last one that passed.</param>
    public bool TryAcquire(string sender, TimeSpan now, out int heldBack)
    {
        heldBack = 0;
        if (!_entries.TryGetValue(sender, out var entry))
        {
            Forget(now);
            _entries[sender] = entry = new Entry();
        }

        while (entry.Passed.Count > 0 && now - entry.Passed.Peek() >= _window)
        {
            entry.Passed.Dequeue();
        }

        if (entry.Passed.Count >= Most)
        {
            entry.HeldBack++;
            return false;
        }

        heldBack = entry.HeldBack;
        entry.HeldBack = 0;
        entry.Passed.Enqueue(now);
        entry.LastAt = now;
        return true;
    }

    private void Forget(TimeSpan now)
    {
        if (_entries.Count < MostSenders)
        {
            return;
        }

        var old = new List<string>();
        foreach (var pair in _entries)
        {
            if (now - pair.Value.LastAt >= _window)
            {
                old.Add(pair.Key);
            }
        }

        foreach (var sender in old)
        {
            _entries.Remove(sender);
        }
    }

    private sealed class Entry
    {
        public TimeSpan LastAt { get; set; }

        public Queue<TimeSpan> Passed { get; } = new();

        public int HeldBack { get; set; }
    }
}
