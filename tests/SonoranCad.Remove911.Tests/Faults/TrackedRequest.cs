using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>A request from its requester's view: the calls, and every final report.</summary>
internal sealed class TrackedRequest
{
    public TrackedRequest(string requester, IReadOnlyList<int> calls, int run)
    {
        Requester = requester;
        Calls = calls;
        Run = run;
    }

    public string Requester { get; }

    public IReadOnlyList<int> Calls { get; }

    /// <summary>The resource's run that accepted it. After that run ends, no reply is due.</summary>
    public int Run { get; }

    public List<(IReadOnlyList<int> Cleared, IReadOnlyList<int> Failed)> Reports { get; } = [];

    /// <summary>The calls that a callback reported as kept when the resource stopped.</summary>
    public List<int> Kept { get; } = [];

    /// <summary>All errors in the reports, compared with the calls' outcomes.</summary>
    public IEnumerable<string> FindErrors(OutcomeRecorder recorder)
    {
        var isCutOff = Calls.Any(call => recorder.Outcomes[call].Any(outcome => outcome.Run != Run));
        if (Reports.Count != (isCutOff ? 0 : 1))
        {
            yield return $"{this} got {Reports.Count} reports, {(isCutOff ? "although a restart cut it off" : "expected one")}.";
            yield break;
        }

        foreach (var call in Kept.GroupBy(call => call).Where(same => same.Count() > 1 || recorder.Outcomes[same.Key].Any(outcome => outcome.Run == Run)))
        {
            yield return $"{this} was told {call.Count()} times that call {call.Key} is kept, but it completed in that run or must be reported once.";
        }

        foreach (var (cleared, failed) in Reports)
        {
            if (!cleared.Concat(failed).Order().SequenceEqual(Calls.Order()))
            {
                yield return $"{this} was told of {string.Join(", ", cleared)} cleared and {string.Join(", ", failed)} failed.";
            }

            foreach (var call in cleared.Where(call => !recorder.IsCleared(call)).Concat(failed.Where(recorder.IsCleared)))
            {
                yield return $"{this} got a report that contradicts the event for call {call}.";
            }
        }
    }

    public override string ToString() => $"The request of {Requester} for {string.Join(", ", Calls)} in run {Run}";
}
