using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Benchmarks;
using Xunit;

namespace MonoSoak;

/// <summary>100,000 commands, a call each, then a million idle ticks.</summary>
internal static class SoakRun
{
    private const int Commands = 100_000;
    private const int IdleTicks = 1_000_000;

    // The largest outbox that the settings allow.
    private const int Batch = 10_000;

    // A few recent calls and requests.
    private const int MoreObjects = 50;
    private const long MoreBytes = 256 * 1024;

    // Less than one object in ten thousand ticks.
    private const long MostIdleBytes = 2000;

    public static void Run()
    {
        using var soak = new SoakServer(", \"api\": \"v1\", \"maxBatch\": 100, \"v1IntervalSeconds\": 0.02, \"maxWaiting\": 10000");
        Progress.Report($"{Commands:N0} commands");
        var memory = new List<(int Objects, long Bytes)>();
        for (var done = 0; done < Commands; done += Batch)
        {
            Clear(soak, done);
            memory.Add(soak.Measure());
        }

        // Mono keeps what looks like a reference on the stack, so a single measurement of the heap may be too high.
        var first = memory[0];
        var last = (memory[memory.Count - 1].Objects, Bytes: memory.Skip(memory.Count - 3).Min(point => point.Bytes));
        Console.WriteLine(FormattableString.Invariant($"  The idle resource held {first.Objects:N0} objects after {Batch:N0} commands, {last.Objects:N0} after {Commands:N0}."));
        Console.WriteLine(FormattableString.Invariant($"  The heap held {first.Bytes / 1024:N0} KiB, then {last.Bytes / 1024:N0} KiB, with both stand-ins."));
        soak.ReportLargestTick();
        Assert.InRange(last.Objects, 0, first.Objects + MoreObjects);
        Assert.InRange(last.Bytes, 0, first.Bytes + MoreBytes);
        soak.CheckLargestTick();
        Idle(soak);
    }

    private static void Clear(SoakServer soak, int done)
    {
        for (var id = done + 1; id <= done + Batch; id++)
        {
            soak.Server.ConsoleCommand("clear911 " + id.ToString(CultureInfo.InvariantCulture));
        }

        soak.TickUntilIdle(TimeSpan.FromMinutes(5));
    }

    private static void Idle(SoakServer soak)
    {
        Progress.Report($"{IdleTicks:N0} idle ticks");
        var (allocated, watch) = (AllocatedBytes.Now(), Stopwatch.StartNew());
        for (var i = 0; i < IdleTicks; i++)
        {
            soak.Server.Tick();
            soak.Rig.Time.PassTick();
        }

        var bytes = AllocatedBytes.Now() - allocated;
        Console.WriteLine(FormattableString.Invariant($"  {watch.Elapsed.TotalMilliseconds * 1000 / IdleTicks:F2} µs each with the stand-in, {bytes:N0} B in all."));
        Assert.InRange(bytes, 0, MostIdleBytes);
    }
}
