using System;
using System.Collections.Generic;

namespace Benchmarks;

/// <summary>
/// The longest that a burst of work blocks the main thread on Mono: each run's longest tick, and the median of the runs.
/// </summary>
internal static class MainThreadBenchmarks
{
    // The server reports a hitch from 150 ms on.
    private static readonly MainThreadGoal Tick = new("a tick", 5);
    private static readonly MainThreadGoal Handler = new("a handler", 2);
    private static readonly MainThreadGoal Start = new("the start", 150);

    private static readonly IReadOnlyDictionary<string, (string What, MainThreadGoal? Goal)> Rows = new Dictionary<string, (string What, MainThreadGoal? Goal)>
    {
        ["start"] = ("The start with nothing stored", Start),
        ["first command"] = ("The first command after the start", Handler),
        ["first command's ticks"] = ("The first command's largest tick", Tick),
        ["first response's ticks"] = ("The first response's largest tick", Tick),
        ["ended"] = ("1,000 removals end at once, largest tick", Tick),
        ["restored start"] = ("The start with 10,000 stored removals", Start),
        ["restored"] = ("10,000 restored removals, largest tick until the first request", Tick),
        ["refused"] = ("10,000 restored removals are refused at once, largest tick", Tick),
        ["list"] = ("A list of calls of 1 MB, largest tick", Tick),
        ["sent"] = ("1,000 requests due at once at `v2RequestsPerMinute` 6000, largest tick", Tick),
        ["notices"] = ("1,000 requests are told that they wait, largest tick", Tick),
        ["idle"] = ("An idle tick, median", null),
    };

    /// <param name="isQuick">Runs fewer times against three times the targets: a busy machine must not fail the gate.</param>
    public static IEnumerable<BenchmarkResult> Run(bool isQuick)
    {
        if (!MonoProgram.IsInstalled)
        {
            yield break;
        }

        var figures = new Dictionary<string, List<MainThreadTime>>();
        for (var run = 0; run < (isQuick ? 3 : 5); run++)
        {
            foreach (var scenario in MainThreadScenarios.Names)
            {
                Progress.Report($"main thread on Mono: {scenario}, run {run + 1}");
                foreach (var (figure, time) in MonoProgram.RunScenario(scenario))
                {
                    figures.TryAdd(figure, []);
                    figures[figure].Add(time);
                }
            }
        }

        foreach (var (figure, (what, goal)) in Rows)
        {
            var median = MainThreadTime.Median(figures[figure]);
            var limit = goal?.Milliseconds * (isQuick ? 3 : 1);
            yield return new BenchmarkResult(
                "Main thread on Mono: " + what,
                FormattableString.Invariant($"{median.Milliseconds:G3} ms, of which {median.CpuMilliseconds:G3} ms computing"),
                goal is null ? string.Empty : FormattableString.Invariant($"{goal.What} under {limit} ms"),
                limit is null || median.CpuMilliseconds < limit);
        }
    }
}

/// <summary>The upper limit for one scenario.</summary>
internal sealed record MainThreadGoal(string What, double Milliseconds);
