using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// Decides which fault each request gets: the first from the queue, the selector and the permanent fault that has one. Faults
/// for the request's route take precedence over faults for all routes.
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

    /// <summary>The fault of every request that has no other, or null.</summary>
    public CadFault? Lasting
    {
        get
        {
            lock (_gate)
            {
                return _always;
            }
        }
    }

    /// <summary>Adds faults for the next requests, one each; <see cref="CadFault.None"/> lets a request through.</summary>
    public void Enqueue(params CadFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        lock (_gate)
        {
            Add(_queue, faults);
        }
    }

    /// <summary>Adds faults for the next requests to this route, one each.</summary>
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

    /// <summary>Sets the fault for every request from now on; null ends it.</summary>
    public void Always(CadFault? fault)
    {
        lock (_gate)
        {
            _always = fault;
        }
    }

    /// <summary>
    /// Sets the fault for every request to this route from now on. Null ends it; <see cref="CadFault.None"/> exempts the route
    /// from the fault for all routes.
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

    /// <summary>
    /// Sets a selector that is called for each request, one at a time, on Kestrel's threads. Null ends it; a selector that
    /// returns null passes the request on.
    /// </summary>
    public void Choose(Func<ReceivedRequest, CadFault?>? chooser)
    {
        lock (_gate)
        {
            _choose = chooser;
        }
    }

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

        // The selector runs under the lock, because a seeded Random in it is not thread-safe.
        lock (_gate)
        {
            var fault = Queued(route) ?? _choose?.Invoke(request) ?? LastingOn(route);
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

    private CadFault? LastingOn(CadRoute? route) =>
        route is { } aim && _aimedAlways.TryGetValue(aim, out var aimed) ? aimed : _always;
}
