using System.Collections.Generic;
using System.Linq;
using FxServer;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Hears the resource's outcome events, one for each call that it took on. They count over restarts, when the one who asked
/// is not told any more.
/// </summary>
internal sealed class OutcomeRecorder
{
    private const string ClearedEvent = "sonorancad-remove911:cleared";
    private const string FailedEvent = "sonorancad-remove911:failed";

    public OutcomeRecorder(OtherResource listener)
    {
        listener.On(ClearedEvent, args => Record(args[0], null));
        listener.On(FailedEvent, args => Record(args[0], (string)args[1]!));
    }

    /// <summary>For each call: the run in which it ended, and why it was not cleared; null where it was.</summary>
    public Dictionary<int, List<(int Run, string? Code)>> Outcomes { get; } = [];

    /// <summary>Accepted calls that are not complete.</summary>
    public int Pending { get; private set; }

    /// <summary>Those of them that the CAD does not always fail on.</summary>
    public int PendingWithoutPoison =>
        Pending - (Outcomes.TryGetValue(FaultGenerator.PoisonCall, out var outcomes) && outcomes.Count == 0 ? 1 : 0);

    /// <summary>The resource's run, counted by the storm.</summary>
    public int Run { get; set; }

    public void OnQueued(IReadOnlyList<int> calls)
    {
        foreach (var call in calls)
        {
            Outcomes.Add(call, []);
        }

        Pending += calls.Count;
    }

    /// <summary>Some of the calls that have not ended, for a message.</summary>
    public string PendingCalls() => string.Join(", ", Outcomes.Where(outcomes => outcomes.Value.Count == 0).Take(20).Select(outcomes => outcomes.Key));

    public bool IsCleared(int call) => Outcomes[call].Any(outcome => outcome.Code is null);

    /// <summary>What is wrong with the events, seen from the calls that the CAD has cleared.</summary>
    public IEnumerable<string> FindErrors(HashSet<int> clearedInTheCad)
    {
        foreach (var (call, outcomes) in Outcomes)
        {
            if (outcomes.Any(outcome => outcome.Code == "call_not_found") && clearedInTheCad.Contains(call))
            {
                yield return $"Call {call} was cleared by a request of ours, and reported as unknown to the CAD.";
            }

            if (outcomes.Count != 1)
            {
                yield return $"Call {call} had {outcomes.Count} outcomes: {string.Join(", ", outcomes)}.";
            }
            else if (outcomes[0].Code is null && !clearedInTheCad.Contains(call))
            {
                yield return $"Call {call} was reported cleared in run {outcomes[0].Run}, and is open in the CAD.";
            }
        }
    }

    /// <summary>The call on which the CAD always fails expires, and nothing else becomes of it.</summary>
    public IEnumerable<string> FindErrorsOfPoison() =>
        from outcome in Outcomes[FaultGenerator.PoisonCall] where outcome.Code != "expired" select $"The poison call ended as {outcome}.";

    /// <summary>An event that the server failed to raise: its resource has tried once, and nobody hears of it.</summary>
    public void OnEventFailed(string eventName, object?[] args)
    {
        if (eventName is ClearedEvent or FailedEvent)
        {
            Record(args[0], eventName == FailedEvent ? (string)args[1]! : null);
        }
    }

    private void Record(object? call, string? code)
    {
        var outcomes = Outcomes[CallbackResult.ToInt(call)];
        outcomes.Add((Run, code));
        if (outcomes.Count == 1)
        {
            Pending--;
        }
    }
}
