using System;
using System.Collections.Generic;
using FxServer;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>
/// The time of a whole test: server, CAD, network and resource live in it. It stands still until somebody lets it pass, and then
/// runs what was scheduled, each at its own moment, on the thread that lets it pass.
/// </summary>
internal sealed class VirtualTime : TimeProvider, IFxClock
{
    /// <summary>What passes between two ticks: a server ticks 20 to 50 times a second.</summary>
    public static readonly TimeSpan TickTime = TimeSpan.FromMilliseconds(20);

    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    // Equal moments keep the order in which they were scheduled.
    private readonly PriorityQueue<Action, (TimeSpan At, long Number)> _scheduled = new();
    private long _lastNumber;

    public TimeSpan Elapsed { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>How far somebody has set the time of day forward, or back.</summary>
    public TimeSpan ClockOffset { get; set; }

    public override DateTimeOffset GetUtcNow() => Start + Elapsed + ClockOffset;

    /// <summary>Runs the action once so much time has passed.</summary>
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
