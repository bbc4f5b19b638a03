using System;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A clock that a test moves.</summary>
internal sealed class FakeClock : IClock
{
    public TimeSpan Elapsed { get; set; }

    public DateTime UtcNow { get; set; } = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    public void Advance(TimeSpan time)
    {
        Elapsed += time;
        UtcNow += time;
    }
}
