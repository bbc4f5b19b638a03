using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SonoranCad.Remove911.Configuration;

namespace Benchmarks.Naive;

/// <summary>This resource beside one request for each call, in one run in virtual time.</summary>
internal static class NaiveBenchmarks
{
    private static readonly int[] CallCounts = [1, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>Compares both ways under both limits, prints the table and draws the plot.</summary>
    public static IReadOnlyList<BenchmarkResult> Run(string plotPath)
    {
        Progress.Report("beside the naive way");
        List<NaiveComparison> comparisons = [.. from api in new[] { ApiMode.V1, ApiMode.V2 } from calls in CallCounts select NaiveComparison.Run(api, calls)];
        NaivePlot.Save(plotPath, comparisons);
        return [.. comparisons.Select(ToResult)];
    }

    private static BenchmarkResult ToResult(NaiveComparison comparison) => new(
        string.Create(CultureInfo.InvariantCulture, $"{comparison.Calls:N0} {(comparison.Calls == 1 ? "call" : "calls")} at once over {(comparison.Api == ApiMode.V1 ? "v1" : "v2")}"),
        $"{Describe(comparison.Ours)}; naive: {Describe(comparison.Naive)}",
        "none lost",
        comparison.Ours.Lost == 0);

    private static string Describe(ClearingResult result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.Requests:N0} {(result.Requests == 1 ? "request" : "requests")}, {result.Refused:N0} refused, {result.Time.TotalSeconds:N0} s, {result.Lost:N0} lost");
}
