using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace CadServer;

/// <summary>
/// The open and cleared calls of one community. One lock guards it: Kestrel's threads write while a test reads.
/// </summary>
internal sealed class CallStore
{
    private readonly Lock _gate = new();
    private readonly List<CadCall> _open = [];
    private readonly List<CadCall> _cleared = [];

    // Every call that is no longer open, the latest last, however it was closed.
    private readonly List<CadCall> _gone = [];

    public IReadOnlyList<CadCall> Open()
    {
        lock (_gate)
        {
            return [.. _open];
        }
    }

    public IReadOnlyList<CadCall> Cleared()
    {
        lock (_gate)
        {
            return [.. _cleared];
        }
    }

    public void Add(CadCall call)
    {
        lock (_gate)
        {
            if (Find(_open, new CallKey(call.ServerId, call.CallId)) is not null)
            {
                throw new ArgumentException($"call {call.CallId} is already open on server {call.ServerId}", nameof(call));
            }

            _open.Add(call);
        }
    }

    /// <summary>Clears those of the <paramref name="keys"/> that are open.</summary>
    /// <param name="keys">The calls to clear. Duplicates count once.</param>
    /// <param name="allOrNone">If true, one call that isn't open prevents clearing the others.</param>
    /// <returns>The calls that were not open.</returns>
    public IReadOnlyList<CallKey> Clear(IReadOnlyList<CallKey> keys, bool allOrNone)
    {
        lock (_gate)
        {
            foreach (var key in keys)
            {
                // The CAD may reuse an id after a restart: the newest call with this id is meant.
                (Find(_open, key) ?? Find(_gone, key))?.CountRequest();
            }

            var unknown = keys.Where(key => Find(_open, key) is null).ToArray();
            if (unknown.Length == 0 || !allOrNone)
            {
                foreach (var call in keys.Distinct().Select(key => Find(_open, key)).OfType<CadCall>().ToArray())
                {
                    _open.Remove(call);
                    _cleared.Add(call);
                    _gone.Add(call);
                }
            }

            return unknown;
        }
    }

    /// <summary>Removes a call without a request.</summary>
    /// <returns>Null if it is not open.</returns>
    public CadCall? Remove(CallKey key)
    {
        lock (_gate)
        {
            if (Find(_open, key) is not { } call)
            {
                return null;
            }

            _open.Remove(call);
            _gone.Add(call);
            return call;
        }
    }

    private static CadCall? Find(List<CadCall> calls, CallKey key) =>
        calls.FindLast(call => call.CallId == key.CallId && call.ServerId == key.ServerId);
}
