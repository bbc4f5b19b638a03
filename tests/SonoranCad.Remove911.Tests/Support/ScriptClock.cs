using System;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>The clock of one run of the resource. Like a new process's clock, its elapsed time starts at zero.</summary>
internal sealed class ScriptClock : IClock
{
    private readonly VirtualTime _time;
    private readonly TimeSpan _start;

    public ScriptClock(VirtualTime time)
    {
        _time = time;
        _start = time.Elapsed;
    }

    public TimeSpan Elapsed => _time.Elapsed - _start;

    public DateTime UtcNow => _time.GetUtcNow().UtcDateTime;
}
