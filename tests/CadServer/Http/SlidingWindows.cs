using System;
using System.Collections.Generic;
using System.Threading;

namespace CadServer.Http;

/// <summary>Sliding windows by name: a request counts until the window has passed; a refused one doesn't count.</summary>
internal sealed class SlidingWindows
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<long>> _taken = [];

    /// <summary>Counts a request, unless its window is full.</summary>
    /// <returns>How long until there is room again; null if there was room.</returns>
    public TimeSpan? Acquire(string window, int most, TimeSpan length, TimeProvider clock)
    {
        lock (_gate)
        {
            if (!_taken.TryGetValue(window, out var taken))
            {
                _taken[window] = taken = new Queue<long>();
            }

            while (taken.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= length)
            {
                taken.Dequeue();
            }

            if (taken.Count < most)
            {
                taken.Enqueue(clock.GetTimestamp());
                return null;
            }

            return taken.TryPeek(out var first) ? length - clock.GetElapsedTime(first) : length;
        }
    }
}
