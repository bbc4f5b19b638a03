using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Configuration;

namespace Benchmarks.SharedKey;

/// <summary>Runs a scenario in virtual time. The servers know nothing of each other except from the CAD's responses.</summary>
internal sealed class SharedKeyRun
{
    private static readonly TimeSpan TickTime = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(3);

    private readonly VirtualNetwork _network = new();
    private readonly VirtualKey _key;
    private readonly SharedKeyScenario _scenario;
    private readonly List<VirtualServer> _servers;

    public SharedKeyRun(SharedKeyScenario scenario, int seed)
    {
        _scenario = scenario;
        _key = new VirtualKey(scenario.Limit);
        var settings = new Settings { Api = scenario.Api, MaxAgeMinutes = 180, MaxBatch = scenario.BatchSize };
        _servers = [.. Enumerable.Range(0, scenario.Servers).Select(i => new VirtualServer(_network, _key, settings, (seed * 100) + i, scenario.Latency))];
        if (scenario.ForeignPerMinute > 0)
        {
            SendForeign();
        }
    }

    private IEnumerable<VirtualServer> Running => _servers.Where(server => server.IsRunning);

    /// <summary>The servers meet for the first time.</summary>
    public SharedKeyResult MeetFirst()
    {
        foreach (var server in _scenario.WereAlone ? _servers : [])
        {
            server.Clear(_scenario.Limit);
            RunUntil(_network.Now + Pause, () => false);
        }

        return Flood();
    }

    /// <summary>A little later, after a restart of all: they know of each other.</summary>
    public SharedKeyResult MeetAgain()
    {
        RunUntil(_network.Now + Pause, () => false);
        _servers.ForEach(server => server.Start());
        return Flood();
    }

    private SharedKeyResult Flood()
    {
        var start = _network.Now;
        var (requests, refused) = (_servers.Sum(server => server.Requests), _servers.Sum(server => server.Refused));
        var starts = _servers.ToDictionary(server => server, server => start + (server == _servers[^1] ? _scenario.LastJoinsAt : TimeSpan.Zero));
        var asked = 0;
        foreach (var server in _servers)
        {
            _network.At(starts[server], () => server.Clear(_scenario.Calls));
            _network.At(starts[server], () => asked++);
        }

        if (_scenario.FirstStopsAt is { } stopsAt)
        {
            _network.At(start + stopsAt, _servers[0].Kill);
        }

        RunUntil(start + Longest, () => asked == _servers.Count && Running.All(server => server.Open == 0));
        var times = Running.Select(server => server.ClearedAt - starts[server]).ToList();
        RunUntil(_network.Now + TimeSpan.FromSeconds(2), () => false);
        return new SharedKeyResult(
            _scenario, _servers.Sum(server => server.Requests) - requests, _servers.Sum(server => server.Refused) - refused, Running.Sum(server => server.Open), times);
    }

    private void RunUntil(TimeSpan end, Func<bool> isDone)
    {
        while (_network.Now < end && !isDone())
        {
            _network.AdvanceTo(_network.Now + TickTime);
            foreach (var server in Running)
            {
                server.Tick();
            }
        }
    }

    private void SendForeign()
    {
        _key.TryTake(_network.Now);
        _network.At(_network.Now + TimeSpan.FromMinutes(1.0 / _scenario.ForeignPerMinute), SendForeign);
    }
}
