using System;
using System.Collections.Generic;
using FxServer;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>
/// The time of a whole test, shared by server, CAD, network and resource. It stands still until a test lets it pass, and then
/// runs each scheduled action at its time, on the test's thread.
/// </summary>
internal sealed class VirtualTime : TimeProvider, IFxClock
{
    /// <summary>The time between two ticks: a server ticks 20 to 50 times per second.</summary>
    public static readonly TimeSpan TickTime = TimeSpan.FromMilliseconds(20);

    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    // Actions at the same time run in the order in which they were scheduled.
    private readonly PriorityQueue<Action, (TimeSpan At, long Number)> _scheduled = new();
    private long _lastNumber;

    public TimeSpan Elapsed { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>How far the time of day has been set forward, or back.</summary>
    public TimeSpan ClockOffset { get; set; }

    public override DateTimeOffset GetUtcNow() => Start + Elapsed + ClockOffset;

    /// <summary>Runs the action after the given time.</summary>
    public void After(TimeSpan time, Action action) => _scheduled.Enqueue(action, (Elapsed + time, ++_lastNumber));

    public void Pass(TimeSpan time)
    {
        var end = Elapsed + time;
        while (_scheduled.TryPeek(out var action, out var due) && due.At <= end)
        {
            _scheduled.Dequeue();
            Elapsed = due.At;
            action();
        }

        Elapsed = end;
    }

    public void PassTick() => Pass(TickTime);
}
