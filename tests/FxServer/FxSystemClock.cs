using System;
using System.Diagnostics;
using System.Threading;

namespace FxServer;

/// <summary>The machine's clock. Between two ticks it sleeps for about a millisecond.</summary>
public sealed class FxSystemClock : IFxClock
{
    private static readonly TimeSpan TickPause = TimeSpan.FromMilliseconds(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public TimeSpan Elapsed => _watch.Elapsed;

    public void PassTick() => Thread.Sleep(TickPause);
}
