using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CadServer;
using CadServer.Discord;
using FxServer;
using Newtonsoft.Json;
using SonoranCad.Remove911.Tests.Faults;
using SonoranCad.Remove911.Tests.Properties;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>One run of the built resource on the stand-in server: bad files, then bad input of every kind, then good requests.</summary>
internal sealed class FuzzRound : IDisposable
{
    private const int Inputs = 60;

    // An idle resource keeps its texts, at most 500 open calls and what it knows of players.
    private const int MaxObjects = 10_000;

    // Of processor time, so that other work on the machine does not count. The first call of a method compiles it, so this finds
    // only what holds the server for good.
    private static readonly TimeSpan MaxHold = TimeSpan.FromSeconds(3);

    private static readonly string[] Events =
    [
        "sonorancad-remove911:clear", "SONORANCAD-remove911:CLEAR", "__cfx_internal:httpResponse", "onResourceStop", "onResourceStart", "chat:init", "playerDropped",
        "SonoranCAD::pushevents:IncomingCadCall", "SonoranCAD::pushevents:CadCallRemoved",
    ];

    private static readonly string[] Sources = ["", "net:1", "net:2", "net:99", "internal-net:1", "net:", "net:-1", "net:99999999999", "x"];

    private static readonly string[] Convars = ["sonoran_communityID", "sonoran_serverId"];

    private readonly FuzzSource _source;
    private readonly ServerRig _rig;
    private readonly DiscordWebhook _discord;
    private readonly FuzzOutput _output;
    private readonly FuzzFiles _files;
    private readonly FxPlayer _admin;
    private readonly FxPlayer _guest;
    private readonly List<string> _played = [];
    private readonly List<FuzzRequest> _requests = [];
    private FxResource _resource = null!;

    public FuzzRound(uint seed)
    {
        _source = new FuzzSource(seed);
        _rig = new ServerRig(seed: (int)(seed % int.MaxValue));
        _discord = DiscordWebhook.Start(_rig.Network);
        _output = new FuzzOutput(_rig, _discord);
        ConfigureWell();
        _files = new FuzzFiles(_source, File.ReadAllText(Path.Combine(_rig.Folder, "config.json")));
        _admin = _rig.Admin(_source.Text());
        _guest = _rig.Guest(_source.Text());
        _rig.Server.Aces.AddAce("group.admin", "command");
    }

    /// <summary>The most processor time that one input or tick took.</summary>
    public TimeSpan LongestHold { get; private set; }

    /// <summary>The objects that the resource holds at rest.</summary>
    public int Objects { get; private set; }

    private string Command => _rig.Server.CommandsOf(ServerRig.ResourceName)[0];

    public void Run()
    {
        try
        {
            Prepare();
            Start();
            _rig.Cad.Faults.Choose(_ => _source.OneIn(3) ? null : Response());
            for (var i = 0; i < Inputs; i++)
            {
                Play();
                Pass(ticks: _source.Number(3));
            }

            Recover();
            Assert.All(_requests, request => Assert.Equal(1, request.Answers));
            AssertWorks();
            var errors = _output.FindErrors().ToList();
            Assert.True(errors.Count == 0, string.Join("\n", errors));
            Objects = ObjectGraphCounter.Count(_resource);
            Assert.InRange(Objects, 0, MaxObjects);
            Assert.True(LongestHold < MaxHold, $"The server was held for {LongestHold}.");
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.Message}\nThe last inputs: {string.Join(" | ", _played.TakeLast(8))}", e);
        }
    }

    public void Dispose()
    {
        _rig.Dispose();
        _discord.Dispose();
    }

    private void Prepare()
    {
        for (var i = _source.Number(8); i > 0; i--)
        {
            var (key, value) = _files.Stored();
            _rig.Server.Kvp.Set(ServerRig.ResourceName, key, value);
        }

        _rig.Server.Convars.Set("sonoran_apiKey", FuzzOutput.ConvarKey);
        SetConvar();
        if (_source.OneIn(2))
        {
            Write("config.json", _files.Config());
        }

        WriteLocale();
    }

    private void Play()
    {
        var input = _source.Number(12);
        _played.Add(input.ToString(CultureInfo.InvariantCulture));
        Measure(() => Play(input));
    }

    private void Play(int input)
    {
        switch (input)
        {
            case 0 or 1:
                TypeCommand();
                break;
            case 2 or 3:
                _rig.Server.RaisePackedEvent(Note(_source.Of(Events)), Note(_source.Of(Sources)), PackedValues.Arguments(_source));
                break;
            case 4:
                _rig.OtherResource.TriggerEvent(_source.Of(Events.Where(name => !name.StartsWith("onResource", StringComparison.Ordinal)).ToArray()), _source.Values());
                break;
            case 5:
                CallExport();
                break;
            case 6:
                PushCall();
                break;
            case 7:
                RespondByHand();
                break;
            case 8:
                Write("config.json", _files.Config());
                WriteLocale();
                SetConvar();
                _rig.Server.ConsoleCommand($"{Command} reload");
                break;
            case 9:
                Submit();
                break;
            case 10 when _source.OneIn(4):
                Restart();
                break;
            case 10:
                JoinAndLeave();
                break;
            default:
                Pass(ticks: 5, TimeSpan.FromSeconds(_source.Of(0.5, 2, 11, 61)));
                break;
        }
    }

    private string Note(string detail)
    {
        _played[^1] += " " + detail;
        return detail;
    }

    private void TypeCommand()
    {
        var words = _source.Of("", "", "status", "reload", "last", "all", "all 2", "101 102", "\"", "help");
        var line = Note($"{Command} {words}{_source.Of("", " ")}{(_source.OneIn(2) ? "" : _source.Text())}");
        switch (_source.Number(3))
        {
            case 0:
                _rig.Server.ConsoleCommand(line);
                break;
            case 1:
                _admin.Command(line);
                break;
            default:
                _guest.Command(line);
                break;
        }
    }

    private void CallExport()
    {
        var name = _source.Of("clear911", "clear911", "status");
        object?[] args = _source.OneIn(2) ? _source.Values() : [_source.Next(Generators.Value), _output.Callback];
        try
        {
            _output.Keep(_source.OneIn(5)
                ? _rig.Server.CallExportWithoutResource(ServerRig.ResourceName, name, args)
                : _rig.OtherResource.CallExport(ServerRig.ResourceName, name, args));
        }
        catch (NotSupportedException)
        {
            // The wire takes no such value.
        }
    }

    private void PushCall()
    {
        var id = _source.OneIn(3) ? _source.Next(Generators.Value) : _source.Next(Generators.Packed(_source.Next(Generators.CallId)));
        var call = new Dictionary<string, object?>
        {
            [_source.Of("callId", "CALLID", "id")] = id,
            ["caller"] = _source.OneIn(2) ? _source.Text() : _source.Next(Generators.Value),
            ["location"] = _source.Text(),
            ["description"] = _source.Text(),
        };
        _rig.OtherResource.TriggerEvent(_source.Of(Events[^2..]), _source.OneIn(4) ? id : call, _source.Next(Generators.Value));
    }

    private void RespondByHand()
    {
        var token = _rig.Server.Http.NextToken - _source.Number(4);
        var text = ResponseText();
        _rig.Server.RaiseEvent(
            Events[2], _source.Of("", "", "net:1"), token, _source.Of<object?>(200, 0, -1, -2, 404, int.MinValue, "200", null, 200.5), _source.Of(text, null), null, _source.Of(text, null));
    }

    private void Submit()
    {
        var call = _source.Next(Generators.CallId);
        Open(call);
        var request = new FuzzRequest(_output);
        _requests.Add(request);
        _rig.OtherResource.TriggerEvent(Events[0], new[] { call, 1 + _source.Number(20) }, request.Callback);
    }

    private void Open(params int[] calls) => _rig.Open([.. calls.Except(_rig.OpenCalls())]);

    private void Restart()
    {
        if (_source.OneIn(2))
        {
            _rig.Server.StopResource(ServerRig.ResourceName);
        }
        else
        {
            _rig.Server.KillResource(ServerRig.ResourceName);
            _requests.RemoveAll(request => request.Answers == 0);
        }

        Prepare();
        Start();
    }

    private void Start() => _resource = _rig.Server.StartResource(_rig.Folder);

    private void JoinAndLeave()
    {
        var player = _rig.Guest(_source.Text());
        player.ChatReady();
        player.TriggerServerEvent(Events[0], _source.Values());
        player.Disconnect(_source.Text());
    }

    private void WriteLocale()
    {
        if (_source.OneIn(3))
        {
            var file = _source.Of("en", "de", "xx");
            Write($"locales/{file}.json", _files.Locale(File.ReadAllText(Repository.File("locales/en.json"))));
        }
    }

    // What is no text in any encoding is replaced, as by an editor.
    private void Write(string file, string text) => File.WriteAllBytes(Path.Combine(_rig.Folder, file), Encoding.UTF8.GetBytes(text));

    private void SetConvar()
    {
        if (_source.OneIn(3))
        {
            _rig.Server.Convars.Set(_source.Of(Convars), _source.Text());
        }
    }

    // The CAD or a proxy may repeat the key.
    private string ResponseText() => _source.Number(4) switch
    {
        0 => $"{_source.Of("CALL ", "", "{\"detail\":\"")}{ServerRig.ApiKey} IS LOCKED{_source.Of("", "\"}")}",
        1 => _source.Text() + ServerRig.ApiKey,
        _ => _source.Text(),
    };

    private CadFault Response()
    {
        var text = ResponseText();
        return _source.Number(8) switch
        {
            0 => CadFault.Garbage(),
            1 => CadFault.Drop(),
            2 => CadFault.DropAfterWork(),
            3 => CadFault.Slow(TimeSpan.FromSeconds(_source.Number(8))),
            4 => CadFault.Status(200, text + new string('x', _source.Of(0, 900_000, 1_100_000)), _source.Of("application/json", "text/html")),
            _ => CadFault.Status(_source.Of(200, 201, 204, 302, 400, 401, 403, 404, 409, 410, 413, 429, 500, 503, 599), text, _source.Of("application/json", "text/plain", "application/problem+json")),
        };
    }

    private void Pass(int ticks, TimeSpan? time = null)
    {
        for (; ticks > 0; ticks--)
        {
            Measure(_rig.Server.Tick);
            _rig.Time.Pass(time ?? VirtualTime.TickTime);
        }
    }

    private void Measure(Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        action();
        var held = Environment.CpuUsage.TotalTime - start;
        LongestHold = held > LongestHold ? held : LongestHold;
    }

    private void ConfigureWell() => _rig.Configure(
        more: $", \"v1IntervalSeconds\": 0.05, \"maxWaiting\": 10000, \"playerRequests\": 100, \"discordWebhook\": \"{_discord.Url}\"");

    // The owner puts everything right; then what waits has to end.
    private void Recover()
    {
        _rig.Cad.Faults.Clear();
        Array.ForEach(Convars, _rig.Server.Convars.Remove);
        ConfigureWell();
        foreach (var locale in Directory.GetFiles(Repository.File("locales")))
        {
            File.Copy(locale, Path.Combine(_rig.Folder, "locales", Path.GetFileName(locale)), overwrite: true);
        }

        _rig.Server.ConsoleCommand($"{Command} reload");
        for (var i = 0; _rig.Server.TickHandlerCount(ServerRig.ResourceName) > 0 || _rig.Server.Http.InFlight > 0; i++)
        {
            Assert.True(i < 20_000, "The resource does not come to rest.");
            Pass(ticks: 1, TimeSpan.FromSeconds(0.25));
        }
    }

    private void AssertWorks()
    {
        Open(900_001, 900_002, 900_003, 900_004);
        CallbackResult byEvent = new(), byExport = new();
        _rig.OtherResource.TriggerEvent(Events[0], 900_001, byEvent.Function);
        _rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", 900_002, byExport.Function);
        _rig.Server.ConsoleCommand($"{Command} 900003");
        _admin.Command($"{Command} 900004");
        Await(() => byEvent.HasArrived && byExport.HasArrived, "A resource got no reply.");
        Assert.Equal([900_001], byEvent.Cleared);
        Assert.Equal([900_002], byExport.Cleared);
        Await(() => _rig.Server.Console.Lines.Any(line => line.Contains("900003", StringComparison.Ordinal)), "The console got no reply.");
        Await(() => _admin.Received.Any(sent => JsonConvert.SerializeObject(sent.Args).Contains("900004", StringComparison.Ordinal)), "The player got no reply.");
    }

    private void Await(Func<bool> condition, string otherwise)
    {
        // Stored times of earlier requests may hold the next one back for a minute.
        if (!_rig.Server.TickUntil(condition, TimeSpan.FromMinutes(2)))
        {
            throw new TimeoutException($"{otherwise}\nThe last lines of the console:\n{string.Join("\n", _rig.Server.Console.Lines.TakeLast(20))}");
        }
    }
}
