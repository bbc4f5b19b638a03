namespace SonoranCad.Remove911.Removals;

/// <summary>One request to clear calls. The outbox records each call's outcome; the reply follows the last one.</summary>
internal sealed class RemovalRequest(Requester requester, IReply reply, IReadOnlyList<int> callIds)
{
    private readonly List<(int CallId, RemovalError? Error, bool IsUnlisted)> _outcomes = [];

    public Requester Requester { get; } = requester;
    public IReply Reply { get; } = reply;
    public IReadOnlyList<int> CallIds { get; } = callIds;

    public bool IsComplete => _outcomes.Count == CallIds.Count;

    public void Record(int callId, RemovalError? error, bool isUnlisted = false) => _outcomes.Add((callId, error, isUnlisted));

    /// <summary>The outcome of all calls, in the order in which they were named.</summary>
    public RemovalReport CreateReport()
    {
        var positions = new Dictionary<int, int>();
        for (var i = 0; i < CallIds.Count; i++)
            positions[CallIds[i]] = i;

        var outcomes = _outcomes.OrderBy(outcome => positions[outcome.CallId]).ToLookup(outcome => outcome.Error is null);
        var cleared = outcomes[true].Select(outcome => outcome.CallId).ToList();
        var failed = outcomes[false].Select(outcome => new FailedRemoval(outcome.CallId, outcome.Error!)).ToList();
        var unlisted = outcomes[true].Where(outcome => outcome.IsUnlisted).Select(outcome => outcome.CallId).ToList();
        return new RemovalReport(cleared, failed) { Unlisted = unlisted };
    }
}
