using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

/// <summary>
/// Tracks requests as the network sees them: which are in flight, their rate, and what responses said about each call.
/// </summary>
internal sealed class RequestTracker
{
    private readonly DeliveryRig _rig;
    private readonly List<(int Index, TimeSpan At, IReadOnlyList<int> Calls)> _inFlight = [];
    private readonly HashSet<int> _answered = [];
    private readonly HashSet<int> _reportedCleared = [];
    private readonly HashSet<int> _uncertain = [];
    private readonly HashSet<int> _reportedNotFound = [];
    private readonly HashSet<int> _removed = [];
    private readonly Dictionary<string, List<TimeSpan>> _sentAt = new() { ["POST"] = [], ["DELETE"] = [] };
    private int _seen;

    public RequestTracker(DeliveryRig rig) => _rig = rig;

    /// <summary>
    /// Call before a tick at <paramref name="now"/>: ends the requests that the tick will find completed or timed out.
    /// </summary>
    public void BeforeTick(TimeSpan now)
    {
        foreach (var sent in _inFlight.Where(sent => now - sent.At >= CallbackHttpClient.ResponseTimeout && !_answered.Contains(sent.Index)))
        {
            _uncertain.UnionWith(sent.Calls);
        }

        _inFlight.RemoveAll(sent => _answered.Contains(sent.Index) || now - sent.At >= CallbackHttpClient.ResponseTimeout);
    }

    /// <summary>Call after a tick: checks the requests that it sent.</summary>
    public void AfterTick()
    {
        for (; _seen < _rig.Sent.Count; _seen++)
        {
            var (token, request, at) = _rig.Sent[_seen];
            var calls = _rig.Calls(_seen);
            Assert.InRange(calls.Count, 1, request.Method == "POST" ? 50 : 1);
            Assert.All(_inFlight, sent => Assert.Empty(sent.Calls.Intersect(calls)));
            Assert.Empty(_removed.Intersect(calls));
            CheckLimit(_sentAt[request.Method], at, request.Method == "POST" ? (1, _rig.Settings.V1Interval) : (_rig.Settings.V2RequestsPerMinute, TimeSpan.FromMinutes(1)));
            if (token >= 0)
            {
                _inFlight.Add((_seen, at, calls));
            }
        }
    }

    /// <summary>Records a response. Only the first one to a request in flight counts.</summary>
    public void OnResponse(int index, int status, string text)
    {
        if (!_inFlight.Exists(sent => sent.Index == index) || !_answered.Add(index))
        {
            return;
        }

        var calls = _rig.Calls(index);
        if (status == 200 && text == "{}")
        {
            _reportedCleared.UnionWith(calls);
        }
        else if (text.Contains("was not found", StringComparison.Ordinal))
        {
            _reportedNotFound.UnionWith(calls);
        }
        else if (status != 429)
        {
            _uncertain.UnionWith(calls);
        }
    }

    /// <summary>The CAD has reported the pending call as removed: from now on no request may name it.</summary>
    public void OnRemovedByCad(int call) => _removed.Add(call);

    /// <summary>
    /// Whether the call may be reported as cleared: the CAD reported it as removed, a response said so, or an earlier attempt
    /// may have cleared it and the CAD no longer knows it.
    /// </summary>
    public bool MayBeReportedCleared(int call) => _removed.Contains(call) || _reportedCleared.Contains(call) || (_reportedNotFound.Contains(call) && _uncertain.Contains(call));

    /// <summary>A later request with the same id is for another call.</summary>
    public void OnCompleted(int call)
    {
        _removed.Remove(call);
        _reportedCleared.Remove(call);
        _reportedNotFound.Remove(call);
        _uncertain.Remove(call);
    }

    /// <summary>The resource no longer knows which of the pending calls were in flight.</summary>
    public void OnRestarted(IEnumerable<int> pending)
    {
        _uncertain.UnionWith(pending);
        _removed.Clear();
        _inFlight.Clear();
        _answered.Clear();
        _seen = 0;
    }

    private static void CheckLimit(List<TimeSpan> sent, TimeSpan at, (int Most, TimeSpan Window) limit)
    {
        sent.Add(at);
        if (sent.Count > limit.Most)
        {
            Assert.True(at - sent[^(limit.Most + 1)] >= limit.Window, $"{limit.Most + 1} requests were sent within {at - sent[^(limit.Most + 1)]}.");
        }
    }
}
