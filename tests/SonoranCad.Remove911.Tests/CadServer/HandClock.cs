using System;

namespace SonoranCad.Remove911.Tests.CadServer;

/// <summary>A clock that stands still until it is told to move.</summary>
internal sealed class HandClock : TimeProvider
{
    private TimeSpan _now = TimeSpan.FromDays(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public void Pass(TimeSpan time) => _now += time;
}
