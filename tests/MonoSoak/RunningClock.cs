using System;
using System.Diagnostics;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Tests.Support;

namespace MonoSoak;

/// <summary>
/// Virtual time, in which the machine's time passes within a tick: otherwise the resource's time limit for a tick would never
/// be reached.
/// </summary>
internal sealed class RunningClock : IClock
{
    private readonly VirtualTime _time;
    private readonly TimeSpan _start;
    private readonly Stopwatch _tick = new();

    public RunningClock(VirtualTime time)
    {
        _time = time;
        _start = time.Elapsed;
    }

    // At most until the next tick, so that the time never runs backward.
    public TimeSpan Elapsed => _time.Elapsed - _start + (_tick.Elapsed < VirtualTime.TickTime ? _tick.Elapsed : VirtualTime.TickTime);

    public DateTime UtcNow => _time.GetUtcNow().UtcDateTime;

    public void BeginTick() => _tick.Restart();

    /// <summary>Called when the virtual time has passed to the next tick.</summary>
    public void EndTick() => _tick.Reset();
}
