using System.Collections.Generic;
using System.Linq;
using CadServer;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>Injects the generator's faults at the CAD, and detects calls with two requests in flight.</summary>
internal sealed class CadRequestMonitor
{
    private readonly FaultGenerator _faults;
    private readonly List<(ReceivedRequest Request, int Run, IReadOnlyList<int> Calls)> _inFlight = [];
    private readonly List<string> _overlaps = [];

    public CadRequestMonitor(FaultGenerator faults) => _faults = faults;

    /// <summary>Requests that named a call of another request in flight. Complete only when no request is in flight.</summary>
    public IReadOnlyList<string> Overlaps => _overlaps;

    /// <summary>
    /// The number of the resource's current run, set by the scenario. Requests of earlier runs are not compared: on a real
    /// server their connections would have ended with the process.
    /// </summary>
    public int Run { get; set; }

    public CadFault? Choose(ReceivedRequest request)
    {
        var calls = RequestedCallIds.In(request);
        _inFlight.RemoveAll(earlier => earlier.Request.ResponseStatus is not null || earlier.Run != Run);
        foreach (var earlier in _inFlight.Where(earlier => earlier.Calls.Intersect(calls).Any()))
        {
            _overlaps.Add($"{request} arrived at {request.At} while {earlier.Request} of {earlier.Request.At} was in flight.");
        }

        _inFlight.Add((request, Run, calls));
        return _faults.Choose(calls);
    }
}
