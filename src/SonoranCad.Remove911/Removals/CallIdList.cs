namespace SonoranCad.Remove911.Removals;

/// <summary>Collects the call ids of one request. Repeated ids count once, and the first error refuses the whole request.</summary>
internal sealed class CallIdList
{
    /// <summary>The maximum number of different calls in one request.</summary>
    public const int MaxCount = 50;

    private readonly List<int> _ids = new();

    /// <summary>The ids in the order given, each once. Do not use them if <see cref="Refusal"/> is set.</summary>
    public IReadOnlyList<int> Ids => _ids;

    /// <summary>Why the request is refused, or null.</summary>
    public RemovalError? Refusal { get; private set; }

    /// <summary>Adds one id; false if the request is refused and the caller can stop reading.</summary>
    public bool Add(int id)
    {
        // With at most 50 ids, a scan is cheaper than a set.
        if (Refusal is null && !_ids.Contains(id))
        {
            if (_ids.Count == MaxCount)
            {
                return Refuse(RemovalErrors.TooManyCalls);
            }

            _ids.Add(id);
        }

        return Refusal is null;
    }

    /// <summary>Refuses the request; always false.</summary>
    public bool Refuse(RemovalError refusal)
    {
        Refusal ??= refusal;
        return false;
    }

    /// <summary>Refuses the request if it names no call.</summary>
    public CallIdList RequireAny()
    {
        if (_ids.Count == 0)
        {
            Refuse(RemovalErrors.NoCallId);
        }

        return this;
    }
}
