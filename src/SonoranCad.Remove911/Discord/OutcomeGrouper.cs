namespace SonoranCad.Remove911.Discord;

/// <summary>Groups the outcomes of a tick, so that a batch of fifty takes one post, not fifty.</summary>
internal sealed class OutcomeGrouper
{
    private readonly Dictionary<(string Requester, RemovalErrorKind? Kind, Phrase? Message), OutcomeGroup> _byKey = new();
    private readonly Queue<OutcomeGroup> _groups = new();

    public bool IsEmpty => _groups.Count == 0;

    public void Add(int callId, Requester requester, RemovalError? error)
    {
        // Every command creates a new requester and every expiry a new error, so equal contents make a group, not references.
        var key = (requester.ToString(), error?.Kind, error?.Message);
        if (!_byKey.TryGetValue(key, out var group))
        {
            _byKey[key] = group = new OutcomeGroup(requester, error);
            _groups.Enqueue(group);
        }

        group.CallIds.Add(callId);
    }

    public OutcomeGroup? TakeNext()
    {
        // An outcome that follows makes a group of its own.
        _byKey.Clear();
        return _groups.Count > 0 ? _groups.Dequeue() : null;
    }

    public void Clear()
    {
        _groups.Clear();
        _byKey.Clear();
    }
}

/// <summary>The removals of one requester that completed in the same tick with the same outcome.</summary>
internal sealed record OutcomeGroup(Requester Requester, RemovalError? Error)
{
    public List<int> CallIds { get; } = new();
}
