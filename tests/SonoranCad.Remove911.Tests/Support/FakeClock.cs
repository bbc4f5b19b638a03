using System;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A clock that a test moves.</summary>
internal sealed class FakeClock : IClock
{
    private TimeSpan _elapsed;

    public TimeSpan Elapsed
    {
        get => _elapsed += TimePerRead;
        set => _elapsed = value;
    }

    /// <summary>What passes with each look at the clock, as if there were work between: none unless set.</summary>
    public TimeSpan TimePerRead { get; set; }

    public DateTime UtcNow { get; set; } = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    public void Advance(TimeSpan time)
    {
        _elapsed += time;
        UtcNow += time;
    }
}
