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
    public const int Most = 500;

    private Dictionary<int, OpenCall> _calls = new();

    // Since the list that is on its way was asked for: it may have been made before.
    private readonly HashSet<int> _cameMeanwhile = new();
    private readonly HashSet<int> _wentMeanwhile = new();
    private bool _isReading;

    /// <summary>Raised with the id of a call that is no longer open.</summary>
    public event Action<int>? Closed;

    /// <summary>Whether older calls than those that are kept are open too.</summary>
    public bool IsCut { get; private set; }

    public int Count => _calls.Count;

    /// <summary>The calls, the newest first.</summary>
    public List<OpenCall> NewestFirst()
    {
        var calls = _calls.Values.ToList();
        calls.Sort(OpenCall.NewestFirst);
        return calls;
    }

    /// <summary>A call has come in.</summary>
    public void Add(OpenCall call)
    {
        _calls[call.CallId] = call;
        if (_isReading)
        {
            _cameMeanwhile.Add(call.CallId);
            _wentMeanwhile.Remove(call.CallId);
        }

        Trim();
    }

    /// <summary>A call is gone.</summary>
    public void Remove(int callId)
    {
        if (_isReading)
        {
            _wentMeanwhile.Add(callId);
            _cameMeanwhile.Remove(callId);
        }

        _calls.Remove(callId);
        Closed?.Invoke(callId);
    }

    /// <summary>The CAD is asked for its list now: what happens from here on counts more than what the list says.</summary>
    public void BeginReading()
    {
        EndReading();
        _isReading = true;
    }

    /// <summary>No list has come of it.</summary>
    public void EndReading()
    {
        _isReading = false;
        _cameMeanwhile.Clear();
        _wentMeanwhile.Clear();
    }

    /// <summary>The CAD's list has come: it is what is open, but for what happened while it was on its way.</summary>
    public void Take(IReadOnlyList<OpenCall> listed)
    {
        var before = _calls;
        _calls = new Dictionary<int, OpenCall>();
        foreach (var call in listed)
        {
            if (!_wentMeanwhile.Contains(call.CallId))
            {
                _calls[call.CallId] = call.After(before.TryGetValue(call.CallId, out var known) ? known : null);
            }
        }

        foreach (var known in before.Values.Where(known => !_calls.ContainsKey(known.CallId)).ToList())
        {
            if (_cameMeanwhile.Contains(known.CallId))
            {
                _calls[known.CallId] = known;
            }
            else
            {
                Closed?.Invoke(known.CallId);
            }
        }

        EndReading();
        IsCut = false;
        Trim();
    }

    /// <summary>None of the calls says anything any more.</summary>
    public void Clear()
    {
        var known = _calls.Keys.ToList();
        _calls.Clear();
        IsCut = false;
        foreach (var callId in known)
        {
            Closed?.Invoke(callId);
        }
    }

    public void Ended(OutboxEntry entry, RemovalError? failure)
    {
        // Where the CAD has no such call there is none to list either.
        if (failure is null || ReferenceEquals(failure, CadErrors.CallUnknown))
        {
            Remove(entry.CallId);
        }
    }

    private void Trim()
    {
        if (_calls.Count <= Most)
        {
            return;
        }

        IsCut = true;
        foreach (var call in NewestFirst().Skip(Most))
        {
            _calls.Remove(call.CallId);
        }
    }
}
