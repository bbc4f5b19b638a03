using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// Who asked for the newest call, while its removal is pending and for seconds after: two people who mean the same call
/// must not clear two.
/// </summary>
internal sealed class NewestCallRequests : IOutcomeListener
{
    private readonly IClock _clock;
    private readonly Dictionary<int, List<NewestCallRequest>> _pending = new();
    private List<NewestCallRequest> _done = new();
    private int _doneCall;
    private TimeSpan _doneAt;

    public NewestCallRequests(IClock clock)
    {
        _clock = clock;
    }

    /// <summary>How long after a call was cleared somebody else's request for the newest one is taken to mean that call.</summary>
    public static TimeSpan Afterwards { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Those who asked for the call before, while it is pending.</summary>
    public IReadOnlyList<NewestCallRequest> Of(int callId) =>
        _pending.TryGetValue(callId, out var claims) ? claims : Array.Empty<NewestCallRequest>();

    /// <summary>Adds a claim; false where its requester has one already, which says the same.</summary>
    public bool TryAdd(int callId, NewestCallRequest claim)
    {
        if (!_pending.TryGetValue(callId, out var claims))
        {
            _pending[callId] = claims = new List<NewestCallRequest>();
        }

        if (claims.Exists(one => one.IsOf(claim.Requester)))
        {
            return false;
        }

        claims.Add(claim);
        return true;
    }

    /// <summary>
    /// Whether the newest call was cleared for others a moment ago; asked again, the requester means what is the newest now.
    /// </summary>
    /// <param name="claim">Who asks.</param>
    /// <param name="callId">The call that was cleared.</param>
    /// <param name="others">For whom.</param>
    public bool TryJoinDone(NewestCallRequest claim, out int callId, out IReadOnlyList<NewestCallRequest> others)
    {
        callId = _doneCall;
        others = _done;
        if (_done.Count == 0 || _clock.Elapsed - _doneAt >= Afterwards || _done.Exists(one => one.IsOf(claim.Requester)))
        {
            return false;
        }

        _done = new List<NewestCallRequest>(_done) { claim };
        return true;
    }

    public void Ended(OutboxEntry entry, RemovalError? failure)
    {
        if (!_pending.TryGetValue(entry.CallId, out var claims))
        {
            return;
        }

        _pending.Remove(entry.CallId);
        if (failure is null)
        {
            _done = claims;
            _doneCall = entry.CallId;
            _doneAt = _clock.Elapsed;
        }
    }
}
