using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

/// <summary>The requests as the network sees them: which are on their way, how close they follow each other, what was said of a call.</summary>
internal sealed class RequestBook
{
    private readonly DeliveryRig _rig;
    private readonly List<(int Index, TimeSpan At, IReadOnlyList<int> Calls)> _underWay = [];
    private readonly HashSet<int> _answered = [];
    private readonly HashSet<int> _saidCleared = [];
    private readonly HashSet<int> _inDoubt = [];
    private readonly HashSet<int> _saidGone = [];
    private readonly HashSet<int> _removed = [];
    private readonly Dictionary<string, List<TimeSpan>> _sentAt = new() { ["POST"] = [], ["DELETE"] = [] };
    private int _seen;

    public RequestBook(DeliveryRig rig) => _rig = rig;

    /// <summary>Before a tick at <paramref name="now"/>: requests that it will find answered, or overdue.</summary>
    public void Forget(TimeSpan now)
    {
        foreach (var flight in _underWay.Where(flight => now - flight.At >= CallbackHttpClient.ResponseTimeout && !_answered.Contains(flight.Index)))
        {
            _inDoubt.UnionWith(flight.Calls);
        }

        _underWay.RemoveAll(flight => _answered.Contains(flight.Index) || now - flight.At >= CallbackHttpClient.ResponseTimeout);
    }

    /// <summary>After a tick: what it has sent.</summary>
    public void Note()
    {
        for (; _seen < _rig.Sent.Count; _seen++)
        {
            var (token, request, at) = _rig.Sent[_seen];
            var calls = _rig.Calls(_seen);
            Assert.InRange(calls.Count, 1, request.Method == "POST" ? 50 : 1);
            Assert.All(_underWay, flight => Assert.Empty(flight.Calls.Intersect(calls)));
            Assert.Empty(_removed.Intersect(calls));
            CheckLimit(_sentAt[request.Method], at, request.Method == "POST" ? (1, _rig.Settings.V1Interval) : (_rig.Settings.V2RequestsPerMinute, TimeSpan.FromMinutes(1)));
            if (token >= 0)
            {
                _underWay.Add((_seen, at, calls));
            }
        }
    }

    /// <summary>An answer has come; only the first to a request that is on its way counts.</summary>
    public void Answered(int index, int status, string text)
    {
        if (!_underWay.Exists(flight => flight.Index == index) || !_answered.Add(index))
        {
            return;
        }

        var calls = _rig.Calls(index);
        if (status == 200 && text == "{}")
        {
            _saidCleared.UnionWith(calls);
        }
        else if (text.Contains("was not found", StringComparison.Ordinal))
        {
            _saidGone.UnionWith(calls);
        }
        else if (status != 429)
        {
            _inDoubt.UnionWith(calls);
        }
    }

    /// <summary>The CAD has told that the pending call is gone: from now on no request may name it.</summary>
    public void RemovedByCad(int call) => _removed.Add(call);

    /// <summary>Whether the call may be called cleared: the CAD told that it is gone, an answer said so, or an earlier try may have done it and the CAD knows it no more.</summary>
    public bool MayBeCleared(int call) => _removed.Contains(call) || _saidCleared.Contains(call) || (_saidGone.Contains(call) && _inDoubt.Contains(call));

    /// <summary>A later request for the same number is another call's.</summary>
    public void Ended(int call)
    {
        _removed.Remove(call);
        _saidCleared.Remove(call);
        _saidGone.Remove(call);
        _inDoubt.Remove(call);
    }

    /// <summary>Nobody knows any more which of the pending calls were on their way.</summary>
    public void Restarted(IEnumerable<int> pending)
    {
        _inDoubt.UnionWith(pending);
        _removed.Clear();
        _underWay.Clear();
        _answered.Clear();
        _seen = 0;
    }

    private static void CheckLimit(List<TimeSpan> sent, TimeSpan at, (int Most, TimeSpan Window) limit)
    {
        sent.Add(at);
        if (sent.Count > limit.Most)
        {
            Assert.True(at - sent[^(limit.Most + 1)] >= limit.Window, $"{limit.Most + 1} requests came within {at - sent[^(limit.Most + 1)]}.");
        }
    }
}
