using System;
using System.Collections.Generic;

namespace Benchmarks.SharedKey;

/// <summary>The time of a run, and what will happen in it.</summary>
internal sealed class VirtualNetwork
{
    private readonly PriorityQueue<Action, TimeSpan> _events = new();

    public TimeSpan Now { get; private set; }

    public void At(TimeSpan time, Action action) => _events.Enqueue(action, time);

    /// <summary>Runs everything up to a time, each at its own.</summary>
    public void AdvanceTo(TimeSpan time)
    {
        while (_events.TryPeek(out var action, out var at) && at <= time)
        {
            _events.Dequeue();
            Now = at;
            action();
        }

        Now = time;
    }
}
