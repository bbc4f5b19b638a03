namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Collects the calls of a list, and makes the texts of those that are kept safe to show.</summary>
internal sealed class CallListBuilder(SecretRedactor secrets)
{
    private readonly Dictionary<int, OpenCall> _calls = new();
    private readonly SortedSet<OpenCall> _newest = new(OpenCall.NewestFirst);
    private readonly List<OpenCall> _cleaned = new();

    /// <summary>The list once it is complete.</summary>
    public CallList? Result { get; private set; }

    public void Clear()
    {
        _calls.Clear();
        _newest.Clear();
    }

    /// <summary>Adds a call; the last one with an id counts.</summary>
    public void Add(OpenCall call)
    {
        if (_calls.TryGetValue(call.CallId, out var earlier))
            _newest.Remove(earlier);

        _calls[call.CallId] = call;
        _newest.Add(call);
        if (_newest.Count > OpenCallCache.MaxCalls)
            _newest.Remove(_newest.Max!);
    }

    /// <summary>Cleans the texts of the kept calls, which takes long, until the budget is spent; true once all are.</summary>
    public bool TryComplete(TickBudget budget)
    {
        while (_newest.Min is { } call)
        {
            _newest.Remove(call);
            _cleaned.Add(call.WithCleanTexts(secrets));
            if (budget.IsSpent)
                return false;
        }

        Result = new CallList(_cleaned, _calls.Keys);
        return true;
    }
}

/// <summary>What a list holds: the newest calls, newest first, and the ids of all.</summary>
internal sealed record CallList(IReadOnlyList<OpenCall> Newest, ICollection<int> Ids);
