using System;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

internal sealed class FakeClock : IClock
{
    private TimeSpan _elapsed;

    public TimeSpan Elapsed
    {
        get => _elapsed += TimePerRead;
        set => _elapsed = value;
    }

    /// <summary>How far each read of the clock advances it, to simulate work in between. Default zero.</summary>
    public TimeSpan TimePerRead { get; set; }

    public DateTime UtcNow { get; set; } = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    public void Advance(TimeSpan time)
    {
        _elapsed += time;
        UtcNow += time;
    }
}
