using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Discord;

/// <summary>Puts together what ends in a tick: a channel wants one post for a batch of fifty, not fifty.</summary>
internal sealed class OutcomeGrouper
{
    private readonly Localizer _localizer;
    private readonly Dictionary<string, OutcomeGroup> _byKey = new(StringComparer.Ordinal);
    private readonly List<OutcomeGroup> _batches = new();
    private OutcomeGroup? _last;

    public OutcomeGrouper(Localizer localizer)
    {
        _localizer = localizer;
    }

    public bool IsEmpty => _batches.Count == 0;

    /// <param name="callId">The call whose removal has ended.</param>
    /// <param name="requester">Who asked for it.</param>
    /// <param name="failure">Why it was not cleared; null where it was.</param>
    public void Add(int callId, Requester requester, RemovalError? failure)
    {
        if (_last is null || !ReferenceEquals(_last.Requester, requester) || !ReferenceEquals(_last.Failure, failure))
        {
            _last = Find(requester, failure);
        }

        _last.CallIds.Add(callId);
    }

    /// <summary>Takes all batches, in the order of their first calls.</summary>
    public IReadOnlyList<OutcomeGroup> Take()
    {
        var batches = _batches.ToList();
        _batches.Clear();
        _byKey.Clear();
        _last = null;
        return batches;
    }

    // Each use of a command describes its player anew, and each expiry words its own reason: what reads alike is one.
    private OutcomeGroup Find(Requester requester, RemovalError? failure)
    {
        var key = failure is null ? requester.ToString() : $"{requester}\n{failure.Code}\n{_localizer.Text(failure.Message)}";
        if (!_byKey.TryGetValue(key, out var batch))
        {
            _byKey[key] = batch = new OutcomeGroup(requester, failure);
            _batches.Add(batch);
        }

        return batch;
    }
}
