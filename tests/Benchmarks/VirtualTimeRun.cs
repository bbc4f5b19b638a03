using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;

namespace Benchmarks;

/// <summary>
/// The delivery state machine over API v2 in virtual time: the CAD's limit makes 1,000 calls take 99 minutes. The simulated CAD
/// responds after 150 ms and refuses the eleventh request in any 60 seconds.
/// </summary>
internal sealed class VirtualTimeRun : IHttpTransport, ILocalEvents, IClock, IReply, IResourceFiles, IConvars, IServerConsole, IKeyValueStore
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan TickTime = TimeSpan.FromMilliseconds(25);

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<int> _open;
    private readonly List<TimeSpan> _arrivals = [];
    private readonly Queue<(int Token, int Status, TimeSpan At)> _answers = new();
    private readonly CoreServices _core;
    private readonly DeliveryServices _delivery;

    public VirtualTimeRun(int calls)
    {
        _open = [.. Enumerable.Range(1, calls)];
        _core = new CoreServices(CreatePorts());
        _core.Settings.Update(new SonoranCad.Remove911.Configuration.Settings { Api = ApiMode.V2, MaxAgeMinutes = 180 });
        _delivery = new DeliveryServices(_core, new OpenCallCache(), []);
    }

    public TimeSpan Elapsed { get; private set; }

    public DateTime UtcNow => DateTime.UnixEpoch + Elapsed;

    public int Requests => _arrivals.Count;

    public int Lost => _open.Count;

    /// <summary>Requests all calls at once and runs until the last one completes, for three hours at most.</summary>
    public void Run()
    {
        foreach (var id in _open.ToList())
        {
            _delivery.Removals.Submit(Requester.Console, [id], this);
        }

        while (_delivery.Dispatcher.NeedsTick && Elapsed < TimeSpan.FromHours(3))
        {
            Step();
        }
    }

    public int Send(HttpRequest request)
    {
        var arrival = Elapsed + (Latency / 2);
        var isOver = _arrivals.Count(at => arrival - at < TimeSpan.FromSeconds(60)) >= 10;
        _arrivals.Add(arrival);
        if (!isOver)
        {
            _open.Remove(int.Parse(request.Url[(request.Url.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture));
        }

        _answers.Enqueue((_arrivals.Count, isOver ? 429 : 200, Elapsed + Latency));
        return _arrivals.Count;
    }

    public string? Read(string name) => """{ "communityId": "bench", "apiKey": "bench-key" }""";

    string IConvars.Get(string name) => string.Empty;

    string? IKeyValueStore.Get(string key) => _values.GetValueOrDefault(key);

    public void Set(string key, string value) => _values[key] = value;

    public void Delete(string key) => _values.Remove(key);

    public IReadOnlyList<string> Keys(string prefix) => [.. _values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];

    public void Flush()
    {
        // Memory has no disk to wait for.
    }

    public void Raise(string eventName, params object[] args)
    {
        // Nobody listens.
    }

    public void Answer(RemovalReport report)
    {
        // Nobody waits for the reply: what is still open counts as lost.
    }

    public void Notify(Phrase line, Tone tone)
    {
        // Nobody reads it.
    }

    public void WriteLine(string line)
    {
        // Nobody reads it.
    }

    private ServerPorts CreatePorts() => new()
    {
        Resource = new ResourceInfo("sonorancad-remove911", "0.0.0"),
        Clock = this,
        Random = () => 0.5,
        Console = this,
        Convars = this,
        Files = this,
        AuditFiles = null!,
        Store = this,
        Transport = this,
        LocalEvents = this,
        ClientEvents = null!,
        ResourceStates = null!,
        Exports = null!,
        Players = null!,
    };

    private void Step()
    {
        Elapsed += TickTime;
        while (_answers.Count > 0 && _answers.Peek().At <= Elapsed)
        {
            var (token, status, _) = _answers.Dequeue();
            _core.HttpClient.TryComplete(token, status, status == 200 ? "{}" : null, status == 200 ? null : $"HTTP {status}: ");
        }

        _core.HttpClient.Tick(Elapsed);
        _delivery.Dispatcher.Tick(Elapsed);
    }
}
