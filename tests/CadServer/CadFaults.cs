using System;
using System.Collections.Generic;
using System.Threading;

namespace CadServer;

/// <summary>
/// What goes wrong, and when. For each request the queue is asked first, then the chooser, then the lasting fault;
/// the first that has something decides.
/// </summary>
public sealed class CadFaults
{
    private readonly Lock _gate = new();
    private readonly Queue<CadFault> _queue = new();
    private Func<CadRequest, CadFault?>? _choose;
    private CadFault? _always;

    /// <summary>How many queued faults still wait for a request.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>Each of the next requests takes one; <see cref="CadFault.None"/> lets one through in between.</summary>
    public void Enqueue(params CadFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                _queue.Enqueue(fault);
            }
        }
    }

    /// <summary>Every request meets this fault from now on; null ends it.</summary>
    public void Always(CadFault? fault)
    {
        lock (_gate)
        {
            _always = fault;
        }
    }

    /// <summary>Asked for each request, on Kestrel's threads, one at a time; null ends it, and a null answer passes.</summary>
    public void Choose(Func<CadRequest, CadFault?>? chooser)
    {
        lock (_gate)
        {
            _choose = chooser;
        }
    }

    /// <summary>From now on nothing goes wrong.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _queue.Clear();
            _choose = null;
            _always = null;
        }
    }

    internal CadFault? Next(CadRequest request)
    {
        // The chooser runs under the lock: a seeded Random in it is not safe for two threads.
        lock (_gate)
        {
            var fault = _queue.TryDequeue(out var queued) ? queued : _choose?.Invoke(request) ?? _always;
            return ReferenceEquals(fault, CadFault.None) ? null : fault;
        }
    }
}
