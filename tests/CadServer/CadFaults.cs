using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// What goes wrong, and when. For each request the queue is asked first, then the chooser, then the lasting fault;
/// the first that has something decides. What is aimed at the request's route comes before what is aimed at none.
/// </summary>
public sealed class CadFaults
{
    private readonly Lock _gate = new();
    private readonly Queue<CadFault> _queue = new();
    private readonly Dictionary<CadRoute, Queue<CadFault>> _aimedQueues = [];
    private readonly Dictionary<CadRoute, CadFault> _aimedAlways = [];
    private Func<ReceivedRequest, CadFault?>? _choose;
    private CadFault? _always;

    /// <summary>How many queued faults still wait for a request.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count + _aimedQueues.Values.Sum(queue => queue.Count);
            }
        }
    }

    /// <summary>Each of the next requests takes one; <see cref="CadFault.None"/> lets one through in between.</summary>
    public void Enqueue(params CadFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        lock (_gate)
        {
            Add(_queue, faults);
        }
    }

    /// <summary>Each of the next requests to the route takes one; the others' requests take none of these.</summary>
    public void Enqueue(CadRoute route, params CadFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        lock (_gate)
        {
            if (!_aimedQueues.TryGetValue(route, out var queue))
            {
                _aimedQueues[route] = queue = new Queue<CadFault>();
            }

            Add(queue, faults);
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

    /// <summary>
    /// Every request to the route meets this fault from now on; null ends it, <see cref="CadFault.None"/> spares the route
    /// the fault that is aimed at none.
    /// </summary>
    public void Always(CadRoute route, CadFault? fault)
    {
        lock (_gate)
        {
            _aimedAlways.Remove(route);
            if (fault is not null)
            {
                _aimedAlways.Add(route, fault);
            }
        }
    }

    /// <summary>Asked for each request, on Kestrel's threads, one at a time; null ends it, and a null answer passes.</summary>
    public void Choose(Func<ReceivedRequest, CadFault?>? chooser)
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
            _aimedQueues.Clear();
            _aimedAlways.Clear();
            _choose = null;
            _always = null;
        }
    }

    internal CadFault? Next(ReceivedRequest request)
    {
        var route = RouteReader.Read(request);

        // The chooser runs under the lock: a seeded Random in it is not safe for two threads.
        lock (_gate)
        {
            var fault = Queued(route) ?? _choose?.Invoke(request) ?? Lasting(route);
            return ReferenceEquals(fault, CadFault.None) ? null : fault;
        }
    }

    private static void Add(Queue<CadFault> queue, CadFault[] faults)
    {
        foreach (var fault in faults)
        {
            queue.Enqueue(fault);
        }
    }

    private CadFault? Queued(CadRoute? route)
    {
        if (route is { } aim && _aimedQueues.TryGetValue(aim, out var queue) && queue.TryDequeue(out var aimed))
        {
            return aimed;
        }

        return _queue.TryDequeue(out var queued) ? queued : null;
    }

    private CadFault? Lasting(CadRoute? route) =>
        route is { } aim && _aimedAlways.TryGetValue(aim, out var aimed) ? aimed : _always;
}
