using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using CadServer;

namespace Benchmarks;

/// <summary>Runs a million commands, each for a new call that the CAD clears: memory must not grow with their number.</summary>
internal static class MillionCommands
{
    // The largest outbox that the settings allow.
    private const int Batch = 10_000;

    public static IEnumerable<BenchmarkResult> Run(int commands)
    {
        using var cad = Cad.Start();
        cad.AddCommunity("bench", "bench-key");
        using var bench = new BenchServer(cad.Url.ToString(), BenchServer.Fastest);
        long warm = 0;
        long most = 0;
        for (var done = 0; done < commands; done += Batch)
        {
            for (var i = 1; i <= Batch; i++)
            {
                bench.Server.ConsoleCommand("clear911 " + (done + i).ToString(CultureInfo.InvariantCulture));
            }

            // The stand-ins' own records don't count as the resource's memory.
            bench.DrainAll(cad);
            var heap = GC.GetTotalMemory(forceFullCollection: true);
            warm = done < commands / 10 ? Math.Max(warm, heap) : warm;
            most = Math.Max(most, heap);
            Progress.Report($"{done + Batch:N0} of {commands:N0} commands, heap {heap / 1024.0:N0} KiB");
        }

        var growth = most - warm;
        yield return new BenchmarkResult(
            $"{commands:N0} commands, a call each: the heap's growth after the first tenth",
            $"{growth / 1024.0:N0} KiB",
            "under 1,024 KiB",
            growth < 1024 * 1024);
        using var process = Process.GetCurrentProcess();
        yield return new BenchmarkResult("Peak memory of the whole process, with both stand-ins", $"{process.PeakWorkingSet64 / 1048576.0:N0} MiB", string.Empty, true);
    }
}
