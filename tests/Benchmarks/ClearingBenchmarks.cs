using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using Benchmarks.SharedKey;
using CadServer;

namespace Benchmarks;

/// <summary>Clears calls through the stand-in CAD over a real socket, with its rate limits enforced.</summary>
internal static class ClearingBenchmarks
{
    /// <summary>Runs one command for each call, all in one tick and in real time. A target of null is not checked.</summary>
    public static BenchmarkResult RealTime(int calls, string api, int? mostRequests, TimeSpan? mostTime)
    {
        Progress.Report($"clearing {calls:N0} over {api} in real time");
        using var cad = Cad.Start();
        var community = cad.AddCommunity("bench", "bench-key");
        foreach (var id in Enumerable.Range(1, calls))
        {
            cad.Open(community, id);
        }

        // The vendor asks for one request per second on v1 and allows ten per minute on v2.
        cad.Limits.V1 = 60;
        using var bench = new BenchServer(cad.Url.ToString(), $", \"api\": \"{api}\"");
        var watch = Stopwatch.StartNew();
        foreach (var id in Enumerable.Range(1, calls))
        {
            bench.Server.ConsoleCommand("clear911 " + id.ToString(CultureInfo.InvariantCulture));
        }

        while (cad.OpenCalls(community).Count > 0 && watch.Elapsed < TimeSpan.FromMinutes(12))
        {
            bench.Server.Tick();
            Thread.Sleep(5);
        }

        watch.Stop();
        return Result($"{calls:N0} at once over {api}, real time", calls, cad.OpenCalls(community).Count, cad.Requests.Count, watch.Elapsed, mostRequests, mostTime);
    }

    /// <summary>Runs the delivery alone in virtual time, against a simulated CAD with the real one's rate limit.</summary>
    public static BenchmarkResult VirtualTime(int calls, int mostRequests, TimeSpan mostTime)
    {
        Progress.Report($"clearing {calls:N0} over v2 in virtual time");
        var run = new SharedKeyRun(new SharedKeyScenario(1, calls) { Latency = (0.15, 0.15) }, seed: 1).MeetFirst();
        return Result($"{calls:N0} at once over v2, virtual time", calls, run.Lost, run.Requests, run.Time, mostRequests, mostTime);
    }

    private static BenchmarkResult Result(string what, int calls, int lost, int requests, TimeSpan time, int? mostRequests, TimeSpan? mostTime)
    {
        var targets = new List<string> { "none lost" };
        var isMet = lost == 0;
        if (mostRequests is { } most)
        {
            targets.Add($"at most {most:N0} {(most == 1 ? "request" : "requests")}");
            isMet &= requests <= most;
        }

        if (mostTime is { } limit)
        {
            targets.Add($"under {limit.TotalSeconds:N0} s");
            isMet &= time <= limit;
        }

        return new BenchmarkResult($"Clearing {what}", $"{requests:N0} requests, {time.TotalSeconds:N1} s, {lost} of {calls:N0} lost", string.Join(", ", targets), isMet);
    }
}
