using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Benchmarks;

/// <summary>Runs <see cref="TickBenchmarks"/> with BenchmarkDotNet.</summary>
internal static class TickBenchmarkRunner
{
    public static IEnumerable<BenchmarkResult> Run()
    {
        var summary = BenchmarkRunner.Run<TickBenchmarks>(BenchmarkConfig.Ticks);
        var none = Find(summary, nameof(TickBenchmarks.WithoutTheResource));
        var idle = Find(summary, nameof(TickBenchmarks.ResourceIdle));
        var empty = Find(summary, nameof(TickBenchmarks.EmptyTickHandler));
        var pending = Find(summary, nameof(TickBenchmarks.ThousandPending));
        yield return Compare("An idle tick, compared with one without the resource", idle, none);
        yield return Compare("A tick with 1,000 pending and none due, compared with an empty handler's", pending, empty);
    }

    private static BenchmarkResult Compare(string what, (double Nanoseconds, double Bytes) ours, (double Nanoseconds, double Bytes) other)
    {
        var bytes = ours.Bytes - other.Bytes;
        return new BenchmarkResult(
            what,
            $"{ours.Nanoseconds:F0} ns, compared with {other.Nanoseconds:F0} ns, {bytes:F0} B of ours",
            "0 B of ours",
            Math.Abs(bytes) < 1);
    }

    private static (double Nanoseconds, double Bytes) Find(Summary summary, string name)
    {
        var report = summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == name);
        if (report.ResultStatistics is not { } statistics)
        {
            throw new InvalidOperationException($"{name} gave no result: {string.Join(' ', summary.ValidationErrors)}");
        }

        return (statistics.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
