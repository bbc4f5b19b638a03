using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;

namespace Playground.Display;

/// <summary>The requests that reached a stand-in and its responses, each reported once.</summary>
internal sealed class RequestActivity
{
    private readonly string _name;
    private readonly Func<IReadOnlyList<ReceivedRequest>> _requests;
    private readonly List<ReceivedRequest> _open = [];
    private int _seen;

    /// <param name="name">Names the stand-in in the label of the line.</param>
    /// <param name="requests">Everything it has received so far.</param>
    public RequestActivity(string name, Func<IReadOnlyList<ReceivedRequest>> requests)
    {
        _name = name;
        _requests = requests;
    }

    public bool HasActivity => _requests().Count > _seen || _open.Exists(request => request.ResponseStatus is not null);

    public List<(string Where, string Text)> Take()
    {
        var lines = new List<(string, string)>();
        AddResponses(lines);
        var requests = _requests();
        for (; _seen < requests.Count; _seen++)
        {
            lines.Add(("to " + _name, RequestFormatter.FormatRequest(requests[_seen])));
            _open.Add(requests[_seen]);
        }

        AddResponses(lines);
        return lines;
    }

    private void AddResponses(List<(string Where, string Text)> lines)
    {
        // Reads the status once, because it may change between two reads.
        var completed = _open.FindAll(request => request.ResponseStatus is not null);
        lines.AddRange(completed.Select(request => ("from " + _name, RequestFormatter.FormatResponse(request))));
        _open.RemoveAll(completed.Contains);
    }
}
