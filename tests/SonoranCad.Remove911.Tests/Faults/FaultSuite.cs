using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Thousands of removals through both stand-ins while the CAD, the network and the server fail at random. Set FAULT_REMOVALS
/// and FAULT_SEED to choose the run; the seed is printed and in every failure message.
/// </summary>
[Collection(NonParallelTestGroup.Name)]
public sealed class FaultSuite
{
    private readonly ITestOutputHelper _output;
    private readonly FaultOptions _options = FaultOptions.Read();

    private int Restarts => Math.Max(20, _options.Removals / 1000);

    public FaultSuite(ITestOutputHelper output)
    {
        _output = output;
        _output.WriteLine(_options.ToString());
    }

    [Fact]
    public void EveryQueuedV1RemovalCompletesExactlyOnceUnderFaults()
    {
        var interval = TimeSpan.FromMilliseconds(20);
        using var scenario = new FaultScenario(
            _options,
            $$""", "api": "v1", "maxBatch": 10, "maxWaiting": 10000, "playerRequests": 1000, "v1IntervalSeconds": {{Seconds(interval)}}""",
            faultShare: 0.12,
            overdueAnswers: 3);
        var restarts = new RestartSchedule(Restarts, _options.Removals * 6 / 10, _options.Seed + 4);
        scenario.Run(_options.Removals * 7 / 10, restarts, () => restarts.Remaining == 0 && scenario.FaultGenerator.HasInjectedEveryKind && scenario.Tampering.HasDoneEveryKind);

        var before = Memory(scenario);
        scenario.Run(_options.Removals * 3 / 10, new RestartSchedule(0, _options.Removals, 0), () => true);
        var after = Memory(scenario);

        Report(scenario, restarts);
        Check(scenario.FindErrors());
        Check(scenario.Recorder.FindErrorsOfPoison());
        Check(FindRateLimitViolations(scenario.Arrivals, 1, interval));
        CheckMemory(before, after, _options.Removals * 3 / 10);
        Check(restarts.WithRequestInFlight >= Restarts / 4 ? [] : ["Too few restarts had a request on its way."]);
    }

    [Fact]
    public void EveryQueuedV2RemovalCompletesExactlyOnceUnderFaults()
    {
        const int perMinute = 240;
        var removals = Math.Max(400, _options.Removals / 50);
        using var scenario = new FaultScenario(
            _options,
            $$""", "api": "v2", "maxWaiting": 10000, "playerRequests": 1000, "v2RequestsPerMinute": {{perMinute}}""",
            faultShare: 0.08,
            overdueAnswers: 1);
        var restarts = new RestartSchedule(4, removals * 8 / 10, _options.Seed + 4);
        scenario.Run(removals, restarts, () => restarts.Remaining == 0 && scenario.FaultGenerator.HasInjectedEveryKind);
        scenario.WaitUntilIdle();

        Report(scenario, restarts);
        Check(scenario.FindErrors());
        Check(scenario.Recorder.FindErrorsOfPoison());
        Check(FindRateLimitViolations(scenario.Arrivals, perMinute, TimeSpan.FromMinutes(1)));
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

    private void CheckMemory((int Objects, long Bytes) before, (int Objects, long Bytes) after, int removals)
    {
        _output.WriteLine($"The idle resource held {before.Objects} objects, and {after.Objects} after {removals} more removals.");
        _output.WriteLine($"The process held {before.Bytes / 1024} KiB, then {after.Bytes / 1024} KiB.");

        // Exact: an idle resource must hold as many objects as before, except for a few recent players and requests.
        Check(after.Objects <= before.Objects + 50 ? [] : [$"The idle resource held {before.Objects} objects, later {after.Objects}."]);

        // Rough: the logs of the stand-ins and the records of this suite grow by a few KiB per removal.
        var most = (4L << 20) + (removals * 8L * 1024);
        Check(after.Bytes - before.Bytes <= most ? [] : [$"The idle process held {before.Bytes} bytes, later {after.Bytes}."]);
    }

    private void Report(FaultScenario scenario, RestartSchedule restarts)
    {
        _output.WriteLine($"{scenario.Recorder.Outcomes.Count} removals in {scenario.Requests.Count} requests; {scenario.Arrivals.Count} went to the CAD.");
        _output.WriteLine($"{restarts.Done} restarts, {restarts.WithRequestInFlight} of them with a request in flight.");
        _output.WriteLine("Faults: " + Counts(scenario.FaultGenerator.Injected));
        _output.WriteLine($"Call {FaultGenerator.PoisonCall} failed {scenario.FaultGenerator.PoisonFailures} times.");
        _output.WriteLine($"Natives that threw: {Counts(scenario.Natives.Thrown)}. Damaged strings: {scenario.Natives.Damaged}.");
        _output.WriteLine("Tampered responses: " + Counts(scenario.Tampering.Counts));
        var failed = scenario.Recorder.Outcomes.Values.SelectMany(outcomes => outcomes).Where(outcome => outcome.Code is not null);
        _output.WriteLine("Failed: " + Counts(failed.GroupBy(outcome => outcome.Code!).ToDictionary(group => group.Key, group => group.Count())));
    }

    private void Check(IEnumerable<string> errors)
    {
        var all = errors.ToList();
        Assert.True(all.Count == 0, $"{_options}: {all.Count} errors\n{string.Join('\n', all.Take(20))}");
    }

    private static string Counts(Dictionary<string, int> counts) =>
        string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"));
}
