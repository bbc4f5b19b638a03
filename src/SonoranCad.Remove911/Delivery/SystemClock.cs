using System;
using System.Diagnostics;

namespace SonoranCad.Remove911.Delivery;

/// <summary>The machine's monotonic clock.</summary>
internal sealed class SystemClock : IClock
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public TimeSpan Elapsed => _watch.Elapsed;
}
