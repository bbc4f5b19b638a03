using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FxServer;

namespace Benchmarks;

/// <summary>
/// Bursts of work on Mono, each in its own process, so that it includes the first compilation of the code. The disk's own time
/// is excluded: flushing the key-value store does not wait for it.
/// </summary>
internal sealed class MainThreadScenarios : IDisposable
{
    private const string Resource = "sonorancad-remove911";
    private const string ApiUrl = "http://127.0.0.1:9";
    private const int Removals = 1_000;
    private const int StoredRemovals = 10_000;

    private readonly HeldTransport _cad = new HeldTransport();
    private readonly string _folder;
    private readonly GameServer _server;

    public MainThreadScenarios(string folder, string dataDirectory)
    {
        _folder = folder;
        _server = new GameServer(dataDirectory, transport: _cad);
        _server.Kvp.WaitsForDisk = false;

        // Compile the stand-in's own code before measuring anything.
        _server.StartScripts("empty", typeof(EmptyScript).Assembly, type => type == typeof(EmptyScript));
        _server.ConsoleCommand(EmptyScript.TickCommand);
        _server.ConsoleCommand(EmptyScript.NativesCommand);
        _cad.AnswerAll(200, "{}");
        for (var i = 0; i < 50; i++)
        {
            _server.ConsoleCommand(EmptyScript.Command);
            _server.Tick();
        }

        _cad.Clear();
    }

    public static IReadOnlyList<string> Names { get; } = new[] { "first", "ended", "restored", "list", "sent", "notices" };

    /// <summary>Runs one scenario and returns its figures by name.</summary>
    public IReadOnlyList<KeyValuePair<string, MainThreadTime>> Run(string name)
    {
        var figures = new List<KeyValuePair<string, MainThreadTime>>();
        void Add(string figure, MainThreadTime time) => figures.Add(new KeyValuePair<string, MainThreadTime>(figure, time));
        switch (name)
        {
            case "first":
                Add("start", Start(", \"api\": \"v1\""));
                Add("first command", Time(() => _server.ConsoleCommand("clear911 101")));
                Add("first command's ticks", LargestTickUntil(() => _cad.Sent == 1));
                _cad.AnswerAll(200, "ok");
                _server.DeliverResponses();
                Add("first response's ticks", LargestTickUntil(IsDone));
                break;
            case "ended":
                StartV2();
                Submit(1);
                LargestTickUntil(() => _cad.Sent == Removals);
                _cad.AnswerAll(200, "{}");
                _server.DeliverResponses();
                Add("ended", LargestTickUntil(IsDone));
                break;
            case "restored":
                Store();
                Add("restored start", Start(", \"api\": \"v1\", \"maxWaiting\": 10000, \"logLevel\": \"error\""));
                Add("restored", LargestTickUntil(() => _cad.Sent == 1));
                _cad.AnswerAll(400, "INVALID API KEY");
                _server.DeliverResponses();
                Add("refused", LargestTickUntil(IsDone));
                break;
            case "list":
                Start(", \"api\": \"v1\"");
                _server.ConsoleCommand("clear911");
                LargestTickUntil(() => _cad.Sent == 1);
                _cad.AnswerAll(200, CallList());
                _server.DeliverResponses();
                Add("list", LargestTickUntil(IsDone));
                break;
            case "sent":
                StartV2();
                Submit(1);
                Add("sent", LargestTickUntil(() => _cad.Sent == Removals));
                break;
            default:
                Start(", \"api\": \"v1\", \"maxWaiting\": 10000");
                Submit(1);
                Add("notices", LargestTick(700));
                break;
        }

        Add("idle", MedianTick());
        return figures;
    }

    public void Dispose() => _server.Dispose();

    private static string CallList()
    {
        var text = new StringBuilder("{\"activeCalls\":[],\"emergencyCalls\":[");
        for (var id = 1; text.Length < 999_800; id++)
        {
            text.Append(id == 1 ? "" : ",").Append("{\"callId\":").Append(id)
                .Append(",\"caller\":\"Jane Doe\",\"location\":\"Innocence Blvd\",\"description\":\"Shots fired\"}");
        }

        return text.Append("],\"closedCalls\":[]}").ToString();
    }

    private bool IsDone() => _server.TickHandlerCount(Resource) == 0;

    private MainThreadTime Start(string more)
    {
        File.WriteAllText(
            Path.Combine(_folder, "config.json"),
            "{ \"communityId\": \"bench\", \"apiKey\": \"bench-key\", \"serverId\": 1, \"apiUrl\": \"" + ApiUrl + "\", \"startupCheck\": false" + more + " }");
        return Time(() => _server.StartResource(_folder, Resource));
    }

    // Until an endpoint has worked, it gets one request at a time.
    private void StartV2()
    {
        Start(", \"api\": \"v2\", \"maxWaiting\": 10000, \"v2RequestsPerMinute\": 6000");
        _server.ConsoleCommand("clear911 9999999");
        LargestTickUntil(() => _cad.Sent == 1);
        _cad.AnswerAll(200, "{}");
        LargestTickUntil(IsDone);
        _cad.Clear();
    }

    private void Submit(int callsEach)
    {
        for (var id = 1; id <= Removals; id += callsEach)
        {
            _server.ConsoleCommand("clear911 " + string.Join(" ", Enumerable.Range(id, callsEach)));
        }
    }

    // In the resource's own format, each from a different player.
    private void Store()
    {
        var at = (long)(DateTime.UtcNow - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalMilliseconds;
        for (var id = 1; id <= StoredRemovals; id++)
        {
            _server.Kvp.Set(Resource, FormattableString.Invariant($"outbox:{id}"), FormattableString.Invariant(
                $"{{\"v\":1,\"at\":{at - StoredRemovals + id},\"kind\":\"player\",\"source\":{id},\"name\":\"Jane Doe {id}\",\"license\":\"license:{id:x40}\",\"to\":\"bench\",\"server\":1,\"url\":\"{ApiUrl}\",\"id\":{id},\"doubt\":false}}"));
        }
    }

    private MainThreadTime LargestTick(int ticks) => LargestTickUntil(() => ticks-- == 0);

    private MainThreadTime LargestTickUntil(Func<bool> condition)
    {
        var largest = default(MainThreadTime);
        var end = DateTime.UtcNow.AddMinutes(2);
        while (!condition())
        {
            if (DateTime.UtcNow > end)
            {
                throw new InvalidOperationException("The scenario did not complete:\n" + _server.Console.Text);
            }

            largest = largest.Max(Time(_server.Tick));
        }

        return largest;
    }

    private MainThreadTime MedianTick()
    {
        var ticks = Enumerable.Range(0, 101).Select(_ => Time(_server.Tick)).ToList();
        return MainThreadTime.Median(ticks);
    }

    private static MainThreadTime Time(Action action)
    {
        var before = MainThreadTime.Now();
        action();
        return MainThreadTime.Now().Since(before);
    }
}
