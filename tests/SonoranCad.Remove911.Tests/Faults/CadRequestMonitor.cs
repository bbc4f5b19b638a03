using System.Collections.Generic;
using System.Linq;
using CadServer;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>Stands at the CAD's door: meets each request with the mix's fault, and looks for a call that is asked for twice at once.</summary>
internal sealed class CadRequestMonitor
{
    private readonly FaultGenerator _mix;
    private readonly List<(ReceivedRequest Request, int Run, IReadOnlyList<int> Calls)> _inFlight = [];
    private readonly List<string> _overlaps = [];

    public CadRequestMonitor(FaultGenerator mix) => _mix = mix;

    /// <summary>Requests that named a call of another one which was still being worked on. Read when no request is under way.</summary>
    public IReadOnlyList<string> Overlaps => _overlaps;

    /// <summary>
    /// The resource's run, counted by the storm. A request of an earlier run may be under way still: on a real server the
    /// connection would have died with the process.
    /// </summary>
    public int Run { get; set; }

    public CadFault? Choose(ReceivedRequest request)
    {
        var calls = RequestedCallIds.In(request);
        _inFlight.RemoveAll(earlier => earlier.Request.ResponseStatus is not null || earlier.Run != Run);
        foreach (var earlier in _inFlight.Where(earlier => earlier.Calls.Intersect(calls).Any()))
        {
            _overlaps.Add($"{request} came at {request.At} while {earlier.Request} of {earlier.Request.At} was under way.");
        }

        _inFlight.Add((request, Run, calls));
        return _mix.Choose(calls);
    }
}
