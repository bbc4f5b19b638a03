using System.Collections.Generic;

namespace SonoranCad.Remove911.Removals;

/// <summary>Gathers the call ids of one request: repeats collapse, the first fault ends it.</summary>
internal sealed class CallIdList
{
    /// <summary>The most different calls that one request may name.</summary>
    public const int MaxCount = 50;

    private readonly List<int> _ids = new();

    /// <summary>The ids in the order given, each once. Of no use where <see cref="Refusal"/> is set.</summary>
    public IReadOnlyList<int> Ids => _ids;

    /// <summary>Why the request can't be taken, or null.</summary>
    public RemovalError? Refusal { get; private set; }

    /// <summary>Takes one id; false when the request is refused and reading on is of no use.</summary>
    public bool Add(int id)
    {
        // Fifty at most: looking through them is cheaper than a set.
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
