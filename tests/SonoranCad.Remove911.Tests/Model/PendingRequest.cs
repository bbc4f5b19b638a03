using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>A requester who waits for one reply, and what the reply has to say.</summary>
internal sealed class PendingRequest(IReadOnlyList<int> calls, FakeReply reply)
{
    private readonly Dictionary<int, string?> _outcomes = [];

    public IReadOnlyList<int> Calls { get; } = calls;

    public FakeReply Reply { get; } = reply;

    public IEnumerable<int> Left => Calls.Where(call => !_outcomes.ContainsKey(call));

    public bool IsComplete => _outcomes.Count == Calls.Count;

    /// <summary>Notes which calls have ended; with the last of them, and not before, the reply must have come.</summary>
    public void Complete(IReadOnlyDictionary<int, string?> outcomes)
    {
        foreach (var call in Left.Where(outcomes.ContainsKey).ToList())
        {
            _outcomes[call] = outcomes[call];
        }

        Promise.Check(Reply.Reports.Count == (IsComplete ? 1 : 0), $"{this} got {Reply.Reports.Count} replies.");
        foreach (var report in Reply.Reports)
        {
            var told = report.Cleared.Select(call => (Call: call, Code: (string?)null))
                .Concat(report.Failed.Select(failure => (Call: failure.CallId!.Value, Code: (string?)failure.Error.Code)));
            Promise.Check(told.Order().SequenceEqual(_outcomes.Select(pair => (pair.Key, pair.Value)).Order()), $"{this} got a reply that differs from the events.");
        }
    }

    /// <summary>The resource has stopped and reported what it keeps; a killed one reports nothing.</summary>
    public void CheckKept(bool isTold)
    {
        var kept = Reply.Reports.SelectMany(report => report.Failed).Where(failure => failure.Error.Kind == RemovalErrorKind.Kept).Select(failure => failure.CallId!.Value);
        Promise.Check(kept.Order().SequenceEqual(isTold ? Left.Order() : []), $"{this} did not get exactly one reply with what the stop keeps.");
        Promise.Check(Reply.Reports.Count == (isTold ? 1 : 0), $"{this} got {Reply.Reports.Count} replies at the stop.");
    }

    public override string ToString() => $"The request for {string.Join(", ", Calls)}, of which {Left.Count()} are pending,";
}
