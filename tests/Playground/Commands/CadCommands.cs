using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CadServer;
using Playground.Display;
using Playground.Scene;

namespace Playground.Commands;

/// <summary>Shows the CAD's side, and opens calls there.</summary>
internal sealed class CadCommands
{
    private const int MaxRequests = 10;

    private readonly World _world;
    private readonly Screen _screen;

    public CadCommands(World world, Screen screen)
    {
        _world = world;
        _screen = screen;
    }

    public IEnumerable<PromptCommand> All =>
    [
        new("calls", "shows the 911 calls in the CAD, open and cleared", _ => Calls()),
        new("open CALL [CALLER]", "opens another 911 call in the CAD: open 106 Ann Lee", Open),
        new("requests", $"shows the last {MaxRequests} requests that reached the CAD", _ => Requests()),
    ];

    public PromptResult Calls()
    {
        var rows = _world.Cad.OpenCalls(_world.Community).Select(call => Row(call, "open"))
            .Concat(_world.Cad.ClearedCalls(_world.Community).Select(call => Row(call, "cleared")));
        _screen.Table(["Call", "State", "Requests", "Caller", "Location", "Description"], rows);
        return PromptResult.Done;
    }

    private static string[] Row(CadCall call, string state) =>
        [Text(call.CallId), state, Text(call.RequestCount), call.Caller, call.Location, call.Description];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private PromptResult Open(string text)
    {
        var (number, caller) = InputParser.Split(text);
        if (!InputParser.TryCallId(number, out var call))
        {
            return PromptResult.Failed("A new call needs a number. For example: open 106 Ann Lee");
        }

        if (_world.Cad.OpenCalls(_world.Community).Any(open => open.CallId == call))
        {
            return PromptResult.Failed($"Call {Text(call)} is already open.");
        }

        _world.OpenCall(call, caller.Length > 0 ? caller : "unknown", "Mirror Park", "Shots fired");
        _screen.Say($"Call {Text(call)} is open.");
        return PromptResult.Done;
    }

    private PromptResult Requests()
    {
        var requests = _world.Cad.Requests;
        if (requests.Count == 0)
        {
            _screen.Say("No request has reached the CAD yet.");
        }

        for (var index = Math.Max(0, requests.Count - MaxRequests); index < requests.Count; index++)
        {
            _screen.Line("request " + Text(index + 1), RequestFormatter.FormatRequest(requests[index]));
            _screen.Line(string.Empty, RequestFormatter.FormatResponse(requests[index]));
        }

        return PromptResult.Done;
    }
}
