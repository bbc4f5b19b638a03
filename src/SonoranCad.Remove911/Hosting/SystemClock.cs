using System.Diagnostics;

namespace SonoranCad.Remove911.Hosting;

internal sealed class SystemClock : IClock
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public TimeSpan Elapsed => _watch.Elapsed;

#pragma warning disable RS0030 // The one place that reads the time of day.
    public DateTime UtcNow => DateTime.UtcNow;
#pragma warning restore RS0030
}
