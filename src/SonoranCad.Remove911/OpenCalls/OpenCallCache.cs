using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>
/// The open calls that are known: put on by events and by the CAD's list, taken off by events, by the list and by our own
/// removals.
/// </summary>
internal sealed class OpenCallCache : IOutcomeListener
{
    /// <summary>The most calls that are kept; the oldest go.</summary>
    public const int MaxCalls = 500;

    private Dictionary<int, OpenCall> _calls = new();

    // Since the list that is on its way was asked for: it may have been made before.
    private readonly HashSet<int> _openedDuringRefresh = new();
    private readonly HashSet<int> _closedDuringRefresh = new();
    private bool _isRefreshing;

    /// <summary>Raised with the id of a call that is no longer open.</summary>
    public event Action<int>? CallClosed;

    /// <summary>Whether older calls than those that are kept are open too.</summary>
    public bool IsTruncated { get; private set; }

    public int Count => _calls.Count;

    /// <summary>The calls, the newest first.</summary>
    public List<OpenCall> GetNewestFirst()
    {
        var calls = _calls.Values.ToList();
        calls.Sort(OpenCall.NewestFirst);
        return calls;
    }

    /// <summary>A call has come in.</summary>
    public void Add(OpenCall call)
    {
        _calls[call.CallId] = call;
        if (_isRefreshing)
        {
            _openedDuringRefresh.Add(call.CallId);
            _closedDuringRefresh.Remove(call.CallId);
        }

        Trim();
    }

    /// <summary>A call is gone.</summary>
    public void Remove(int callId)
    {
        if (_isRefreshing)
        {
            _closedDuringRefresh.Add(callId);
            _openedDuringRefresh.Remove(callId);
        }

        _calls.Remove(callId);
        CallClosed?.Invoke(callId);
    }

    /// <summary>The CAD is asked for its list now: what happens from here on counts more than what the list says.</summary>
    public void BeginRefresh()
    {
        EndRefresh();
        _isRefreshing = true;
    }

    /// <summary>No list has come of it.</summary>
    public void EndRefresh()
    {
        _isRefreshing = false;
        _openedDuringRefresh.Clear();
        _closedDuringRefresh.Clear();
    }

    /// <summary>The CAD's list has come: it is what is open, but for what happened while it was on its way.</summary>
    public void ApplyList(IReadOnlyList<OpenCall> listed)
    {
        var previous = _calls;
        _calls = new Dictionary<int, OpenCall>();
        foreach (var call in listed)
        {
            if (!_closedDuringRefresh.Contains(call.CallId))
            {
                _calls[call.CallId] = call.MergeWith(previous.TryGetValue(call.CallId, out var known) ? known : null);
            }
        }

        foreach (var known in previous.Values.Where(known => !_calls.ContainsKey(known.CallId)).ToList())
        {
            if (_openedDuringRefresh.Contains(known.CallId))
            {
                _calls[known.CallId] = known;
            }
            else
            {
                CallClosed?.Invoke(known.CallId);
            }
        }

        EndRefresh();
        IsTruncated = false;
        Trim();
    }

    /// <summary>None of the calls says anything any more.</summary>
    public void Clear()
    {
        var known = _calls.Keys.ToList();
        _calls.Clear();
        IsTruncated = false;
        foreach (var callId in known)
        {
            CallClosed?.Invoke(callId);
        }
    }

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        // Where the CAD has no such call there is none to list either.
        if (error is null || error.Kind == RemovalErrorKind.CallNotFound)
        {
            Remove(entry.CallId);
        }
    }

    private void Trim()
    {
        if (_calls.Count <= MaxCalls)
        {
            return;
        }

        IsTruncated = true;
        foreach (var call in GetNewestFirst().Skip(MaxCalls))
        {
            _calls.Remove(call.CallId);
        }
    }
}
