namespace SonoranCad.Remove911.Removals;

/// <summary>Collects the call ids of one request. Repeated ids count once, and the first error refuses the whole request.</summary>
internal sealed class CallIdList
{
    /// <summary>The maximum number of different calls in one request.</summary>
    public const int MaxCount = 50;

    // The report of a refused request names each call that can be read, but reading it has to end.
    private const int MaxReadsAfterRefusal = 1000;

    private readonly List<int> _ids = new();
    private int _readsAfterRefusal;

    /// <summary>The ids in the order given, each once; of a refused request, those that could be read.</summary>
    public IReadOnlyList<int> Ids => _ids;

    public RemovalError? Refusal { get; private set; }

    /// <summary>Adds one id; false if the caller has to stop reading.</summary>
    public bool Add(int id)
    {
        // With at most 50 ids, a scan is cheaper than a set.
        if (!_ids.Contains(id))
            _ids.Add(id);

        return _ids.Count > MaxCount ? Refuse(RemovalErrors.TooManyCalls) : CanContinue();
    }

    /// <summary>Refuses the request; false if the caller has to stop reading.</summary>
    public bool Refuse(RemovalError refusal)
    {
        Refusal ??= refusal;
        return CanContinue();
    }

    public CallIdList RequireAny()
    {
        if (_ids.Count == 0)
            Refuse(RemovalErrors.NoCallId);

        return this;
    }

    private bool CanContinue() => Refusal is null || _readsAfterRefusal++ < MaxReadsAfterRefusal;
}
