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

        var outcomes = _outcomes.OrderBy(outcome => positions[outcome.CallId]).ToList();
        var cleared = outcomes.Where(outcome => outcome.Error is null).ToList();
        return new RemovalReport(
            cleared.Select(outcome => outcome.CallId).ToList(),
            outcomes.Where(outcome => outcome.Error is not null).Select(outcome => new FailedRemoval(outcome.CallId, outcome.Error!)).ToList())
        {
            Unlisted = cleared.Where(outcome => outcome.IsUnlisted).Select(outcome => outcome.CallId).ToList(),
        };
    }
}
