using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Thousands of removals through both stand-ins while the CAD, the network and the server fail at random. FAULT_REMOVALS and
/// FAULT_SEED choose the run, and FAULT_SECONDS repeats it with other seeds; the seed is in every failure message.
/// </summary>
[Collection(NonParallelTestGroup.Name)]
public sealed class FaultSuite(ITestOutputHelper output)
{
    [Fact]
    public void EveryQueuedV1RemovalCompletesExactlyOnceUnderFaults() => Repeat(ClearOverV1);

    [Fact]
    public void EveryQueuedV2RemovalCompletesExactlyOnceUnderFaults() => Repeat(ClearOverV2);

    private void Repeat(Action<FaultOptions> clear)
    {
        var options = FaultOptions.Read();
        var time = Stopwatch.StartNew();
        var runs = 0;
        do
        {
            var run = options with { Seed = options.Seed + runs++ };
            output.WriteLine(run.ToString());
            clear(run);
        }
        while (time.Elapsed < options.Duration);

        output.WriteLine($"{runs:N0} runs in {time.Elapsed.TotalSeconds:N0} s.");
    }

    private void ClearOverV1(FaultOptions options)
    {
        var interval = TimeSpan.FromMilliseconds(20);
        using var scenario = new FaultScenario(
            options,
            $$""", "api": "v1", "maxBatch": 10, "maxWaiting": 10000, "playerRequests": 1000, "v1IntervalSeconds": {{Seconds(interval)}}""",
            faultShare: 0.12,
            overdueAnswers: 3);
        var restartCount = Math.Max(20, options.Removals / 1000);
        var restarts = new RestartSchedule(restartCount, options.Removals * 6 / 10, options.Seed + 4);
        scenario.Run(options.Removals * 7 / 10, restarts, () => restarts.Remaining == 0 && scenario.FaultGenerator.HasInjectedEveryKind && scenario.Tampering.HasDoneEveryKind);

        var before = Memory(scenario);
        scenario.Run(options.Removals * 3 / 10, new RestartSchedule(0, options.Removals, 0), () => true);
        var after = Memory(scenario);

        Report(scenario, restarts);
        Check(options, scenario.FindErrors());
        Check(options, scenario.Recorder.FindErrorsOfPoison());
        Check(options, FindRateLimitViolations(scenario.Arrivals, 1, interval));
        CheckMemory(options, before, after);
        Check(options, restarts.WithRequestInFlight >= restartCount / 4 ? [] : ["Too few restarts had a request on its way."]);
    }

    private void ClearOverV2(FaultOptions options)
    {
        var removals = Math.Max(400, options.Removals / 50);
        using var scenario = new FaultScenario(
            options,
            $$""", "api": "v2", "maxWaiting": 10000, "playerRequests": 1000, "v2RequestsPerMinute": {{FaultScenario.V2RequestsPerMinute}}""",
            faultShare: 0.08,
            overdueAnswers: 1);
        var restarts = new RestartSchedule(4, removals * 8 / 10, options.Seed + 4);
        scenario.Run(removals, restarts, () => restarts.Remaining == 0 && scenario.FaultGenerator.HasInjectedEveryKind);
        scenario.WaitUntilIdle();

        Report(scenario, restarts);
        Check(options, scenario.FindErrors());
        Check(options, scenario.Recorder.FindErrorsOfPoison());
        Check(options, FindRateLimitViolations(scenario.Arrivals, FaultScenario.V2RequestsPerMinute, TimeSpan.FromMinutes(1)));
    }

    // Measured while idle, and without a restart in between, which would end what a run leaks.
    private static (int Objects, long Bytes) Memory(FaultScenario scenario)
    {
        scenario.WaitUntilIdle();
        return (scenario.CountLiveObjects(), GC.GetTotalMemory(forceFullCollection: true));
    }

    /// <summary>Finds every <paramref name="window"/> with more than <paramref name="most"/> requests.</summary>
    private static IEnumerable<string> FindRateLimitViolations(IReadOnlyList<TimeSpan> arrivals, int most, TimeSpan window) => Enumerable
        .Range(0, Math.Max(0, arrivals.Count - most))
        .Where(i => arrivals[i + most] - arrivals[i] < window)
        .Select(i => $"Requests {i} to {i + most} arrived within {arrivals[i + most] - arrivals[i]}, at {arrivals[i]}; the limit is {most} in {window}.");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private void CheckMemory(FaultOptions options, (int Objects, long Bytes) before, (int Objects, long Bytes) after)
    {
        var removals = options.Removals * 3 / 10;
        output.WriteLine($"The idle resource held {before.Objects} objects, and {after.Objects} after {removals} more removals.");
        output.WriteLine($"The process held {before.Bytes / 1024} KiB, then {after.Bytes / 1024} KiB.");

        // Exact: an idle resource must hold as many objects as before, except for a few recent players and requests.
        Check(options, after.Objects <= before.Objects + 50 ? [] : [$"The idle resource held {before.Objects} objects, later {after.Objects}."]);

        // Rough: the logs of the stand-ins and the records of this suite grow by a few KiB per removal.
        var most = (4L << 20) + (removals * 8L * 1024);
        Check(options, after.Bytes - before.Bytes <= most ? [] : [$"The idle process held {before.Bytes} bytes, later {after.Bytes}."]);
    }

    private void Report(FaultScenario scenario, RestartSchedule restarts)
    {
        output.WriteLine($"{scenario.Recorder.Outcomes.Count} removals in {scenario.Requests.Count} requests; {scenario.Arrivals.Count} went to the CAD.");
        output.WriteLine($"{restarts.Done} restarts, {restarts.WithRequestInFlight} of them with a request in flight.");
        output.WriteLine("Faults: " + Counts(scenario.FaultGenerator.Injected));
        output.WriteLine($"Call {FaultGenerator.PoisonCall} failed {scenario.FaultGenerator.PoisonFailures} times.");
        output.WriteLine($"Natives that threw: {Counts(scenario.Natives.Thrown)}. Damaged strings: {scenario.Natives.Damaged}.");
        output.WriteLine("Tampered responses: " + Counts(scenario.Tampering.Counts));
        var failed = scenario.Recorder.Outcomes.Values.SelectMany(outcomes => outcomes).Where(outcome => outcome.Code is not null);
        output.WriteLine("Failed: " + Counts(failed.GroupBy(outcome => outcome.Code!).ToDictionary(group => group.Key, group => group.Count())));
    }

    private static void Check(FaultOptions options, IEnumerable<string> errors)
    {
        var all = errors.ToList();
        Assert.True(all.Count == 0, $"{options}: {all.Count} errors\n{string.Join('\n', all.Take(20))}");
    }

    private static string Counts(Dictionary<string, int> counts) =>
        string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"));
}
