using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Benchmarks;

/// <summary>The command path and the ticks, by BenchmarkDotNet.</summary>
internal static class MicroFigures
{
    // On a machine that does other work too a ratio wanders; the strict target is for a quiet one.
    private const double LenientFactor = 1.5;

    public static IEnumerable<Figure> Commands(bool isLenient)
    {
        var summary = BenchmarkRunner.Run<CommandPath>(Settings.Commands);
        var empty = Find(summary, nameof(CommandPath.EmptyCommand));
        var clear = Find(summary, nameof(CommandPath.Clear911));
        var ratio = clear.Nanoseconds / empty.Nanoseconds;
        var most = 2 * (isLenient ? LenientFactor : 1);
        yield return new Figure("An empty command, main-thread time and bytes", $"{empty.Nanoseconds / 1000:F1} µs, {empty.Bytes:N0} B", string.Empty, true);
        yield return new Figure(
            "`clear911 <id>`, accepted and stored, beside it",
            $"{clear.Nanoseconds / 1000:F1} µs, {clear.Bytes:N0} B: {ratio:F2} times",
            $"at most {most:F0} times",
            ratio <= most);
    }

    public static IEnumerable<Figure> Ticks()
    {
        var summary = BenchmarkRunner.Run<TickCost>(Settings.Ticks);
        var none = Find(summary, nameof(TickCost.WithoutTheResource));
        var idle = Find(summary, nameof(TickCost.ResourceIdle));
        var empty = Find(summary, nameof(TickCost.EmptyTickHandler));
        var pending = Find(summary, nameof(TickCost.ThousandPending));
        yield return Line("An idle tick, beside one without the resource", idle, none);
        yield return Line("A tick with 1,000 pending and none due, beside an empty handler's", pending, empty);
    }

    private static Figure Line(string what, (double Nanoseconds, double Bytes) ours, (double Nanoseconds, double Bytes) other)
    {
        var bytes = ours.Bytes - other.Bytes;
        return new Figure(
            what,
            $"{ours.Nanoseconds:F0} ns beside {other.Nanoseconds:F0} ns, {bytes:F0} B of ours",
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
