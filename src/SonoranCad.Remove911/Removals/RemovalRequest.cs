namespace SonoranCad.Remove911.Removals;

/// <summary>One request to clear calls. The outbox records each call's outcome; the reply follows the last one.</summary>
internal sealed class RemovalRequest(Requester requester, IReply reply, IReadOnlyList<int> callIds)
{
    private readonly List<int> _cleared = [];
    private readonly List<FailedRemoval> _failed = [];
    private readonly List<int> _unlisted = [];

    public Requester Requester { get; } = requester;

    public IReply Reply { get; } = reply;

    public IReadOnlyList<int> CallIds { get; } = callIds;

    public bool IsComplete => _cleared.Count + _failed.Count == CallIds.Count;

    /// <summary>Records the outcome of one call: cleared if <paramref name="error"/> is null.</summary>
    public void Record(int callId, RemovalError? error, bool isUnlisted = false)
    {
        if (error is null)
        {
            _cleared.Add(callId);
            if (isUnlisted)
            {
                _unlisted.Add(callId);
            }
        }
        else
        {
            _failed.Add(new FailedRemoval(callId, error));
        }
    }

    /// <summary>The outcome of all calls, in the order in which they were named.</summary>
    public RemovalReport CreateReport()
    {
        var positions = new Dictionary<int, int>();
        for (var i = 0; i < CallIds.Count; i++)
        {
            positions[CallIds[i]] = i;
        }

        return new RemovalReport(
            _cleared.OrderBy(callId => positions[callId]).ToList(), _failed.OrderBy(failure => positions[failure.CallId!.Value]).ToList())
        {
            Unlisted = _unlisted.OrderBy(callId => positions[callId]).ToList(),
        };
    }
}
