using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;

namespace Benchmarks.SharedKey;

/// <summary>
/// One game server with the delivery as it is built into the resource. It has a clock, a distance to the CAD and random
/// numbers of its own, and a store that survives a restart.
/// </summary>
internal sealed class VirtualServer : IHttpTransport, ILocalEvents, IClock, IReply, IResourceFiles, IConvars, IServerConsole, IKeyValueStore
{
    private readonly VirtualNetwork _network;
    private readonly VirtualKey _key;
    private readonly Settings _settings;
    private readonly Random _random;
    private readonly TimeSpan _clockOffset;
    private readonly double _latencySeconds;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<int> _open = [];
    private CoreServices _core = null!;
    private DeliveryServices _delivery = null!;
    private int _lastToken;

    public VirtualServer(VirtualNetwork network, VirtualKey key, Settings settings, int seed, (double From, double To) latencySeconds)
    {
        _network = network;
        _key = key;
        _settings = settings;
        _random = new Random(seed);
        _clockOffset = TimeSpan.FromHours(_random.NextDouble());
        _latencySeconds = latencySeconds.From + ((latencySeconds.To - latencySeconds.From) * _random.NextDouble());
        Start();
    }

    public TimeSpan Elapsed => _network.Now + _clockOffset;

    public DateTime UtcNow => DateTime.UnixEpoch + Elapsed;

    public int Requests { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The calls that were asked for and are still open.</summary>
    public int Open => _open.Count;

    /// <summary>When the last call was cleared.</summary>
    public TimeSpan ClearedAt { get; private set; }

    public bool IsRunning { get; private set; }

    /// <summary>Restarts the resource: nothing but the store is left.</summary>
    public void Start()
    {
        _core = new CoreServices(CreatePorts());
        _core.Settings.Update(_settings);
        _delivery = new DeliveryServices(_core, new OpenCallCache(() => null), []);
        IsRunning = true;
    }

    /// <summary>Stops the game server.</summary>
    public void Kill() => IsRunning = false;

    /// <summary>Submits this many calls at once.</summary>
    public void Clear(int calls)
    {
        foreach (var id in Enumerable.Range(1, calls))
        {
            _open.Add(id);
            _delivery.Removals.Submit(Requester.Console, [id], this);
        }
    }

    public void Tick()
    {
        _core.Budget.Start();
        _core.HttpClient.Tick(Elapsed);
        _delivery.Dispatcher.Tick(Elapsed);
        _delivery.Store.Tick(Elapsed);
    }

    public int Send(HttpRequest request)
    {
        var token = ++_lastToken;
        var client = _core.HttpClient;
        _network.At(_network.Now + HalfWay(), () =>
        {
            Requests++;
            var isOver = !_key.TryTake(_network.Now);
            Refused += isOver ? 1 : 0;
            if (!isOver)
            {
                _open.ExceptWith(CallsOf(request));
                ClearedAt = _network.Now;
            }

            _network.At(
                _network.Now + HalfWay(),
                () => client.TryComplete(token, HttpResponse.From(isOver ? 429 : 200, isOver ? null : "{}", isOver ? "HTTP 429: " : null)));
        });
        return token;
    }

    public string? Read(string name) => """{ "communityId": "bench", "apiKey": "bench-key" }""";

    string IConvars.Get(string name) => string.Empty;

    string? IKeyValueStore.Get(string key) => _values.GetValueOrDefault(key);

    public void Set(string key, string value) => _values[key] = value;

    public void Delete(string key) => _values.Remove(key);

    public IReadOnlyList<string> Keys(string prefix) => [.. _values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];

    public void Flush()
    {
        // In memory there is no disk to wait for.
    }

    public void Raise(string eventName, params object[] args)
    {
        // What is still open counts as lost.
    }

    public void Answer(RemovalReport report)
    {
        // As above.
    }

    public void Notify(Phrase line, Tone tone)
    {
        // Nobody reads it.
    }

    public void WriteLine(string line)
    {
        // Nobody reads it.
    }

    private static IEnumerable<int> CallsOf(HttpRequest request) => request.Method == "DELETE"
        ? [int.Parse(request.Url[(request.Url.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture)]
        : JObject.Parse(request.Body)["data"]!.Select(item => (int)item["callId"]!);

    private TimeSpan HalfWay() => TimeSpan.FromSeconds(_latencySeconds * (0.4 + (0.2 * _random.NextDouble())));

    private ServerPorts CreatePorts() => new()
    {
        Resource = new ResourceInfo("sonorancad-remove911", "0.0.0"),
        Clock = this,
        Random = _random.NextDouble,
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
}
