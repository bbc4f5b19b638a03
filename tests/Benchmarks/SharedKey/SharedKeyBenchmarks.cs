using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SonoranCad.Remove911.Configuration;

namespace Benchmarks.SharedKey;

/// <summary>Several servers with one API key: how many requests the CAD refuses, and how long the last call takes.</summary>
internal static class SharedKeyBenchmarks
{
    private const int Seeds = 10;

    private static readonly int[] ServerCounts = [1, 2, 4, 8, 16];

    /// <summary>Runs all scenarios and draws the plot; what has a goal is in the results.</summary>
    public static IReadOnlyList<BenchmarkResult> Run(string? plotPath)
    {
        Progress.Report("servers with one API key");
        var first = ServerCounts.Select(servers => Measure(new SharedKeyScenario(servers), isAgain: false)).ToList();
        var again = ServerCounts.Select(servers => Measure(new SharedKeyScenario(servers), isAgain: true)).ToList();
        if (plotPath is not null)
        {
            SharedKeyPlot.Save(plotPath, first, again);
        }

        return
        [
            .. first.Select(results => Result(Name(results, "first flood"), results, hasGoal: results[0].Scenario.Servers == 4)),
            .. again.Select(results => Result(Name(results, "next flood, after a restart"), results, hasGoal: results[0].Scenario.Servers is 4 or 8)),
            Special("4 servers, 10 calls each, each was alone before", new SharedKeyScenario(4) { WereAlone = true }),
            Special("4 servers, 40 calls each", new SharedKeyScenario(4, 40)),
            Special("8 servers, 40 calls each", new SharedKeyScenario(8, 40)),
            Special("4 servers, 20 calls each, one joins after 90 s", new SharedKeyScenario(4, 20) { LastJoinsAt = TimeSpan.FromSeconds(90) }),
            Special("4 servers, 20 calls each, one stops after 90 s", new SharedKeyScenario(4, 20) { FirstStopsAt = TimeSpan.FromSeconds(90) }),
            Special("1 server, 20 calls, another program takes half the key", new SharedKeyScenario(1, 20) { ForeignPerMinute = 5 }),
            Special("4 servers, 20 calls each, another program takes half the key", new SharedKeyScenario(4, 20) { ForeignPerMinute = 5 }),
            Special("4 servers over v1, 1,000 calls each in batches of 50", new SharedKeyScenario(4, 1000) { Api = ApiMode.V1 }),
        ];
    }

    private static BenchmarkResult Special(string what, SharedKeyScenario scenario) =>
        Result(what, Measure(scenario, isAgain: false), hasGoal: false);

    private static List<SharedKeyResult> Measure(SharedKeyScenario scenario, bool isAgain) =>
        [.. Enumerable.Range(1, Seeds).Select(seed => Measure(scenario, isAgain, seed))];

    private static SharedKeyResult Measure(SharedKeyScenario scenario, bool isAgain, int seed)
    {
        var run = new SharedKeyRun(scenario, seed);
        var first = run.MeetFirst();
        return isAgain ? run.MeetAgain() : first;
    }

    private static string Name(List<SharedKeyResult> results, string flood) => results[0].Scenario.Servers == 1
        ? $"1 server, {results[0].Scenario.Calls} calls, {flood}"
        : $"{results[0].Scenario.Servers} servers, {results[0].Scenario.Calls} calls each, {flood}";

    private static BenchmarkResult Result(string what, List<SharedKeyResult> results, bool hasGoal)
    {
        var line = string.Format(
            CultureInfo.InvariantCulture,
            "{0:0} requests, {1:0.0} refused; {2:0} s of {3:0} s; the last at {4:0.00} of the mean; {5} lost",
            results.Average(result => result.Requests),
            results.Average(result => result.Refused),
            results.Average(result => result.Time.TotalSeconds),
            results.Average(result => result.LimitTime.TotalSeconds),
            results.Max(result => result.Spread),
            results.Sum(result => result.Lost));
        return new BenchmarkResult(
            what,
            line,
            hasGoal ? "requests 1.10, time 1.15, the last 1.5, none lost" : "none lost",
            results.TrueForAll(result => hasGoal ? result.IsGood : result.Lost == 0));
    }
}
