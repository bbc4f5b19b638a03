using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Benchmarks;
using CadServer;
using FxServer;
using SonoranCad.Remove911.Tests.Faults;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace MonoSoak;

/// <summary>
/// At once: 200 players who type two commands a second for a minute, four times the limit, 10,000 push events, a list of calls of 1 MB, and an hour
/// in which the CAD answers every removal with 503.
/// </summary>
internal sealed class LoadRun : IDisposable
{
    private const int Players = 200;

    // By default, five requests of a player in any ten seconds. One of them is for the list.
    private const int AcceptedCommands = (Players * 5 * 6) - 1;
    private const int PushEvents = 10_000;

    // The open calls and the recent requesters that the resource knows; an object for each accepted call would be more.
    private const int MoreObjects = 1_000;
    private const int ListedCalls = 1_000;
    private const int TicksASecond = 50;
    private const int FloodTicks = 60 * TicksASecond;
    private const int CommandsATick = Players * 2 / TicksASecond;
    private const int EventsATick = (PushEvents / FloodTicks) + 1;

    private static readonly TimeSpan Outage = TimeSpan.FromHours(1);

    private readonly SoakServer _soak = new(", \"api\": \"v1\", \"maxWaiting\": 10000, \"maxAgeMinutes\": 180, \"logLevel\": \"warn\"");
    private readonly SonoranCadResource _push;
    private readonly List<FxPlayer> _players = [];
    private readonly Dictionary<int, int> _outcomes = [];
    private double _handlerMilliseconds;
    private int _commands;
    private int _events;

    private LoadRun()
    {
        _push = new SonoranCadResource(_soak.Server);
        _soak.Rig.Cad.Faults.Choose(request => IsRemoval(request) && request.At < Outage ? CadFault.ServerError(503) : null);
        _soak.Rig.OtherResource.On("sonorancad-remove911:cleared", args => Count(CallbackResult.ToInt(args[0])));
        var text = new string('x', 900);
        foreach (var id in Enumerable.Range(1, ListedCalls))
        {
            _soak.Rig.Cad.Open(_soak.Rig.Community, id, description: text);
        }
    }

    public static void Run()
    {
        using var load = new LoadRun();
        Progress.Report("load: everything at once");
        var before = load._soak.Measure();
        load.Join();
        load.Flood();
        var accepted = load.Stored();
        Progress.Report("load: the rest of the outage");
        load.TickUntil(Outage);
        var recovery = load._soak.Rig.Time.Elapsed;
        load._soak.TickUntilIdle(TimeSpan.FromHours(1));
        recovery = load._soak.Rig.Time.Elapsed - recovery;
        load.CheckOutcomes(accepted);
        load.Report(accepted, recovery);
        load.CheckMemory(before);
        load._soak.CheckLargestTick();
    }

    public void Dispose() => _soak.Dispose();

    private static bool IsRemoval(ReceivedRequest request) => request.Text.Contains("REMOVE_911", StringComparison.Ordinal);

    private void Count(int call)
    {
        _outcomes.TryGetValue(call, out var count);
        _outcomes[call] = count + 1;
    }

    private void Join()
    {
        for (var i = 1; i <= Players; i++)
        {
            var player = _soak.Server.Connect($"Player {i}", FormattableString.Invariant($"license:{i:x40}"));
            _soak.Server.Aces.AddPrincipal($"player.{player.NetId}", "group.admin");
            _players.Add(player);
        }
    }

    private void Flood()
    {
        _players[0].Command("clear911");
        for (var tick = 0; tick < FloodTicks; tick++)
        {
            var before = MainThreadTime.Now();
            for (var i = 0; i < CommandsATick; i++)
            {
                _players[_commands % Players].Command("clear911 " + (100_000 + _commands++).ToString(CultureInfo.InvariantCulture));
            }

            for (var i = 0; i < EventsATick && _events < PushEvents; i++)
            {
                _push.IncomingCall(1_000_000 + _events++);
            }

            _handlerMilliseconds += MainThreadTime.Now().Since(before).CpuMilliseconds;
            _soak.Tick();
        }
    }

    // During the outage, nothing that was accepted leaves the store.
    private HashSet<int> Stored()
    {
        const string Prefix = "outbox:";
        return new HashSet<int>(_soak.Server.Kvp.Keys(ServerRig.ResourceName)
            .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(key => CallIdIn(_soak.Server.Kvp.Get(ServerRig.ResourceName, key)!)));
    }

    private static int CallIdIn(string entry)
    {
        using var json = JsonDocument.Parse(entry);
        return json.RootElement.GetProperty("id").GetInt32();
    }

    private void TickUntil(TimeSpan time)
    {
        while (_soak.Rig.Time.Elapsed < time)
        {
            _soak.Tick();
        }
    }

    private void CheckOutcomes(HashSet<int> accepted)
    {
        var cleared = _soak.Rig.Cad.Requests.Where(request => IsRemoval(request) && request.ResponseStatus == 200).SelectMany(RequestedCallIds.In).ToList();
        Assert.Equal(AcceptedCommands, accepted.Count);
        Assert.Equal(accepted.OrderBy(id => id), cleared.OrderBy(id => id));
        Assert.Equal(accepted.OrderBy(id => id), _outcomes.Keys.OrderBy(id => id));
        Assert.All(_outcomes.Values, count => Assert.Equal(1, count));
        Assert.Contains(_soak.Rig.Cad.Requests, request => request.ResponseText.Length > 1_000_000);
    }

    private void CheckMemory((int Objects, long Bytes) before)
    {
        _players.ForEach(player => player.Disconnect());
        _players.Clear();
        var after = _soak.Measure();
        Console.WriteLine(FormattableString.Invariant($"  The resource held {before.Objects:N0} objects before, {after.Objects:N0} after everybody has left; the heap {before.Bytes / 1024:N0} and {after.Bytes / 1024:N0} KiB."));
        Assert.InRange(after.Objects, 0, before.Objects + MoreObjects);
    }

    private void Report(HashSet<int> accepted, TimeSpan recovery)
    {
        var microseconds = _handlerMilliseconds * 1000 / (_commands + _events);
        var rate = accepted.Count / recovery.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"  {_commands:N0} commands, {accepted.Count:N0} of them accepted, and {_events:N0} push events: {microseconds:F1} µs of computing each, with the stand-in."));
        Console.WriteLine(FormattableString.Invariant($"  After the outage, {accepted.Count:N0} calls were cleared in {recovery.TotalSeconds:N0} s, {rate:F0} a second."));
        Console.WriteLine(FormattableString.Invariant($"  Peak memory of the whole process: {process.PeakWorkingSet64 / 1048576:N0} MiB."));
        _soak.ReportLargestTick();
    }
}
