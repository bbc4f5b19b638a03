using System.Collections.Generic;
using System.Linq;
using FxServer;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Records the resource's outcome events, one for each accepted call. Unlike replies, they also cover calls that complete after
/// a restart.
/// </summary>
internal sealed class OutcomeRecorder
{
    private const string ClearedEvent = "sonorancad-remove911:cleared";
    private const string FailedEvent = "sonorancad-remove911:failed";
    private const string EndpointNotFound = "endpoint_not_found";

    // An endpoint that has worked still exists, even if the CAD denies it in an outage.
    private readonly List<int> _callsOfLostEndpoint = [];
    private bool _hasCleared;

    public OutcomeRecorder(OtherResource listener)
    {
        listener.On(ClearedEvent, args => Record(args[0], null));
        listener.On(FailedEvent, args => Record(args[0], (string)args[1]!));
    }

    /// <summary>For each call: the run in which it completed, and the error code, or null if it was cleared.</summary>
    public Dictionary<int, List<(int Run, string? Code)>> Outcomes { get; } = [];

    /// <summary>The number of accepted calls that are not complete.</summary>
    public int Pending { get; private set; }

    /// <summary>The same, without the call on which the CAD always fails.</summary>
    public int PendingWithoutPoison =>
        Pending - (Outcomes.TryGetValue(FaultGenerator.PoisonCall, out var outcomes) && outcomes.Count == 0 ? 1 : 0);

    /// <summary>The number of the resource's current run, set by the scenario.</summary>
    public int Run { get; set; }

    public void OnQueued(IReadOnlyList<int> calls)
    {
        foreach (var call in calls)
        {
            Outcomes.Add(call, []);
        }

        Pending += calls.Count;
    }

    /// <summary>Some of the pending calls, for an error message.</summary>
    public string PendingCalls() => string.Join(", ", Outcomes.Where(outcomes => outcomes.Value.Count == 0).Take(20).Select(outcomes => outcomes.Key));

    public bool IsCleared(int call) => Outcomes[call].Any(outcome => outcome.Code is null);

    /// <summary>All errors in the events, compared with the calls that the CAD has cleared.</summary>
    public IEnumerable<string> FindErrors(HashSet<int> clearedInTheCad)
    {
        foreach (var call in _callsOfLostEndpoint)
        {
            yield return $"Call {call} failed with {EndpointNotFound} after others were cleared.";
        }

        foreach (var (call, outcomes) in Outcomes)
        {
            if (outcomes.Any(outcome => outcome.Code == "call_not_found") && clearedInTheCad.Contains(call))
            {
                yield return $"Call {call} was cleared by our request but reported as unknown to the CAD.";
            }

            if (outcomes.Count != 1)
            {
                yield return $"Call {call} had {outcomes.Count} outcomes: {string.Join(", ", outcomes)}.";
            }
            else if (outcomes[0].Code is null && !clearedInTheCad.Contains(call))
            {
                yield return $"Call {call} was reported as cleared in run {outcomes[0].Run} but is open in the CAD.";
            }
        }
    }

    /// <summary>
    /// Errors if the call on which the CAD always fails ended in any way but by expiring, or because the CAD denied the endpoint before
    /// it had worked.
    /// </summary>
    public IEnumerable<string> FindErrorsOfPoison() =>
        from outcome in Outcomes[FaultGenerator.PoisonCall]
        where outcome.Code is not ("expired" or EndpointNotFound)
        select $"The call that always fails ended as {outcome}.";

    /// <summary>Counts an event that the server failed to raise: the resource has tried, and nobody receives it.</summary>
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
        _hasCleared |= code is null;
        if (code == EndpointNotFound && _hasCleared)
        {
            _callsOfLostEndpoint.Add(CallbackResult.ToInt(call));
        }

        if (outcomes.Count == 1)
        {
            Pending--;
        }
    }
}
