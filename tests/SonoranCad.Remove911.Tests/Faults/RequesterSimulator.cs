using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using FxServer;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Players, the console and other resources, which submit requests in every possible way. Records their replies: chat and
/// console lines for people, callbacks for resources.
/// </summary>
internal sealed class RequesterSimulator
{
    // Not generated: this also compiles for Mono.
    private static readonly Regex FinalReply = new(@"Calls? (\d+(?:, \d+)*) (cleared\.|not cleared: )");

    private readonly ServerRig _rig;
    private readonly OutcomeRecorder _recorder;
    private readonly Random _random;
    private readonly OtherResource[] _resources;
    private readonly Dictionary<int, TrackedRequest> _byCallOfPersons = [];

    public RequesterSimulator(ServerRig rig, OutcomeRecorder recorder, int seed)
    {
        _rig = rig;
        _recorder = recorder;
        _random = new Random(seed);
        _resources = [rig.OtherResource, rig.Server.AddResource("mdt")];
        Players = [rig.Admin("Jane Doe"), rig.Admin("John Roe"), rig.Admin("Mary Major")];
        foreach (var player in Players)
        {
            player.ChatLineShown += RecordReply;
        }

        rig.Server.Console.LineWritten += RecordReply;
    }

    public IReadOnlyList<FxPlayer> Players { get; }

    public List<TrackedRequest> Requests { get; } = [];

    /// <summary>Submits a request for calls that are open in the CAD, from a random requester.</summary>
    public void Submit(IReadOnlyList<int> calls)
    {
        _recorder.OnQueued(calls);
        var entryPoint = _random.Next(5);
        var player = Players[_random.Next(Players.Count)];
        var resource = _resources[_random.Next(_resources.Length)];
        var requester = entryPoint switch { 0 or 1 => player.Name, 2 => "the console", _ => resource.Name };
        var request = new TrackedRequest(requester, calls, _recorder.Run);
        Requests.Add(request);
        if (entryPoint <= 2)
        {
            foreach (var call in calls)
            {
                _byCallOfPersons[call] = request;
            }
        }

        switch (entryPoint)
        {
            case 0:
                player.Command("clear911 " + string.Join(' ', calls));
                break;
            case 1:
                player.TriggerServerEvent("sonorancad-remove911:clear", calls.ToArray());
                break;
            case 2:
                _rig.Server.ConsoleCommand("clear911 " + string.Join(',', calls));
                break;
            case 3:
                resource.TriggerEvent("sonorancad-remove911:clear", calls.ToArray(), Callback(request));
                break;
            default:
                resource.CallExport(ServerRig.ResourceName, "clear911", calls.ToArray(), Callback(request));
                break;
        }
    }

    /// <summary>Counts a chat line that the server failed to send: the resource has replied, and nobody sees it.</summary>
    public void OnClientEventFailed(object?[] args)
    {
        if (args.OfType<IDictionary<string, object>>().FirstOrDefault() is { } message && message.TryGetValue("args", out var parts))
        {
            RecordReply(string.Join(": ", (string[])parts));
        }
    }

    private static Func<object?[], object?> Callback(TrackedRequest request) => args =>
    {
        var table = new CallbackResult();
        table.Function(args);
        var kept = table.Failed.Where(row => row["code"] is "kept").Select(row => CallbackResult.ToInt(row["callId"])).ToList();
        request.Kept.AddRange(kept);
        if (kept.Count == 0)
        {
            request.Reports.Add((table.Cleared, [.. table.Failed.Select(row => CallbackResult.ToInt(row["callId"]))]));
        }

        return null;
    };

    // One line is one report: "Calls 1, 2 cleared. Call 3 not cleared: …". Lines about waiting or about a stop are not reports.
    private void RecordReply(string line)
    {
        var cleared = new List<int>();
        var failed = new List<int>();
        foreach (Match part in FinalReply.Matches(line))
        {
            var calls = part.Groups[1].Value.Split(", ").Select(call => int.Parse(call, CultureInfo.InvariantCulture));
            (part.Groups[2].Value == "cleared." ? cleared : failed).AddRange(calls);
        }

        if (cleared.Count + failed.Count > 0 && !line.Contains("not cleared yet", StringComparison.Ordinal))
        {
            _byCallOfPersons[cleared.Concat(failed).First()].Reports.Add((cleared, failed));
        }
    }
}
