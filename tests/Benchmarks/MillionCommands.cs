using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using CadServer;

namespace Benchmarks;

/// <summary>Very many commands, each for another call, with a CAD that clears them: memory must not grow with them.</summary>
internal static class MillionCommands
{
    private const int Batch = 5_000;

    public static IEnumerable<Figure> Run(int commands)
    {
        using var cad = Cad.Start();
        cad.AddCommunity("bench", "bench-key");
        using var bench = new BenchServer(cad.Url.ToString(), ", \"api\": \"v1\", \"maxBatch\": 100, \"v1IntervalSeconds\": 0.01, \"maxWaiting\": 10000");
        long warm = 0;
        long most = 0;
        for (var done = 0; done < commands; done += Batch)
        {
            for (var i = 1; i <= Batch; i++)
            {
                bench.Server.ConsoleCommand("clear911 " + (done + i).ToString(CultureInfo.InvariantCulture));
            }

            // Until the tick is gone all of them have ended. The stand-ins' own records are not the resource's memory.
            bench.Server.TickUntil(() => bench.Server.TickHandlerCount(BenchServer.ResourceName) == 0, TimeSpan.FromMinutes(5));
            bench.Server.Console.Clear();
            bench.Server.Http.ForgetRequests();
            cad.ForgetRequests();
            var heap = GC.GetTotalMemory(forceFullCollection: true);
            warm = done < commands / 10 ? Math.Max(warm, heap) : warm;
            most = Math.Max(most, heap);
        }

        var growth = most - warm;
        yield return new Figure(
            $"{commands:N0} commands, a call each: the heap's growth after the first tenth",
            $"{growth / 1024.0:N0} KiB",
            "under 1,024 KiB",
            growth < 1024 * 1024);
        using var process = Process.GetCurrentProcess();
        yield return new Figure("Peak memory of the whole process, with both stand-ins", $"{process.PeakWorkingSet64 / 1048576.0:N0} MiB", string.Empty, true);
    }
}
