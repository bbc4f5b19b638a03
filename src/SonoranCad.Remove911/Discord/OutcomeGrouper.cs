using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Discord;

/// <summary>Puts together what ends in a tick: a channel wants one post for a batch of fifty, not fifty.</summary>
internal sealed class OutcomeGrouper
{
    private readonly Dictionary<(string Requester, RemovalErrorKind? Kind, Phrase? Message), OutcomeGroup> _byKey = new();
    private readonly List<OutcomeGroup> _groups = new();
    private OutcomeGroup? _lastGroup;

    public bool IsEmpty => _groups.Count == 0;

    /// <param name="callId">The call whose removal has ended.</param>
    /// <param name="requester">Who asked for it.</param>
    /// <param name="error">Why it was not cleared; null where it was.</param>
    public void Add(int callId, Requester requester, RemovalError? error)
    {
        if (_lastGroup is null || !ReferenceEquals(_lastGroup.Requester, requester) || !ReferenceEquals(_lastGroup.Error, error))
        {
            _lastGroup = GetOrAddGroup(requester, error);
        }

        _lastGroup.CallIds.Add(callId);
    }

    /// <summary>Takes all batches, in the order of their first calls.</summary>
    public IReadOnlyList<OutcomeGroup> TakeAll()
    {
        var groups = _groups.ToList();
        _groups.Clear();
        _byKey.Clear();
        _lastGroup = null;
        return groups;
    }

    // Each use of a command describes its player anew, and each expiry words its own reason: what reads alike is one.
    private OutcomeGroup GetOrAddGroup(Requester requester, RemovalError? error)
    {
        var key = (requester.ToString(), error?.Kind, error?.Message);
        if (!_byKey.TryGetValue(key, out var group))
        {
            _byKey[key] = group = new OutcomeGroup(requester, error);
            _groups.Add(group);
        }

        return group;
    }
}
