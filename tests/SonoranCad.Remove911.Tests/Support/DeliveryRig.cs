using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>The whole delivery with a clock, a store and a network that a test plays: hours pass in no time.</summary>
internal sealed class DeliveryRig : IHttpTransport, IOutcomeEvents
{
    private readonly Mock<IResourceFiles> _files = new();
    private readonly Mock<IConvars> _convars = new();
    private readonly Mock<IServerConsole> _console = new();
    private int _nextToken;

    public DeliveryRig(ApiMode api = ApiMode.Auto, DeliveryOptions? limits = null)
    {
        Api = api;
        Limits = limits ?? new DeliveryOptions();
        _files.Setup(f => f.Read("config.json")).Returns(() => Config);
        _convars.Setup(c => c.Get(It.IsAny<string>())).Returns(string.Empty);
        _console.Setup(c => c.WriteLine(Capture.In(Console)));
        Dispatcher = Start();
    }

    public ApiMode Api { get; private set; }

    public DeliveryOptions Limits { get; }

    public FakeClock Clock { get; } = new();

    public FakeStore Store { get; } = new();

    public Func<double> Jitter { get; set; } = () => 1;

    public string Config { get; set; } = """{ "communityId": "c", "apiKey": "key-1", "serverId": 1 }""";

    /// <summary>What was sent, with its token; a test answers it by <see cref="Answer"/>.</summary>
    public List<(int Token, HttpRequest Request, TimeSpan At)> Sent { get; } = [];

    /// <summary>What the server's client returns instead of a token, where it does.</summary>
    public Func<int>? SendResult { get; set; }

    public List<string> Console { get; } = [];

    public List<(int CallId, string? Code, string Name)> Events { get; } = [];

    /// <summary>What of our own hears of each end, from the next start on.</summary>
    public List<IOutcomeListener> Listeners { get; } = [];

    public OutboxDispatcher Dispatcher { get; private set; }

    public DeliveryPipeline Line { get; private set; } = null!;

    public BufferedLog Log { get; private set; } = null!;

    public AccountProvider Accounts { get; private set; } = null!;

    public OutboxDispatcher Start()
    {
        var secrets = new SecretRedactor();
        Log = new BufferedLog(_console.Object, secrets, English.Localizer) { Level = LogLevel.Info };
        var accounts = Accounts = new AccountProvider(_files.Object, new AccountResolver(_convars.Object), secrets, Log);
        Line = DeliveryPipeline.Build(
            new GuardedHttpTransport(this, Log),
            Store,
            accounts,
            RemovalEndpoints.Create(Api, "1.0.0", 50, secrets),
            new OutcomePublisher(this, Log, [.. Listeners]),
            Limits,
            Clock,
            () => Jitter(),
            Log);
        return Dispatcher = Line.Dispatcher;
    }

    /// <summary>As a reload of settings that were changed.</summary>
    public void Follow(DeliveryOptions limits, ApiMode api, int maxBatch = 50)
    {
        Api = api;
        Line.Reconfigure(limits, RemovalEndpoints.Create(api, "1.0.0", maxBatch, new SecretRedactor()));
    }

    /// <summary>As kill -9 and a start again: nothing but the store is left.</summary>
    public void Restart()
    {
        Sent.Clear();
        Start();
    }

    public FakeReply Accept(params int[] callIds) => AcceptFor(Requester.Console, callIds);

    public FakeReply AcceptFor(Requester requester, params int[] callIds)
    {
        var reply = new FakeReply();
        var refusal = Dispatcher.TryEnqueue(requester, callIds, reply);
        Xunit.Assert.Null(refusal);
        return reply;
    }

    public RemovalError? TryAccept(Requester requester, params int[] callIds) => Dispatcher.TryEnqueue(requester, callIds, new FakeReply());

    /// <summary>One tick, some time after the last.</summary>
    public void Tick(double secondsLater = 0.02)
    {
        Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        Dispatcher.Tick(Clock.Elapsed);
        Log.Flush();
    }

    public void Answer(int index, int status, string text = "ok") => Dispatcher.TryComplete(
        Sent[index].Token,
        HttpResponse.From(status, status is > 0 and < 400 ? text : null, status is > 0 and < 400 ? null : $"HTTP {status}: {text}"));

    /// <summary>Answers the newest request and ticks.</summary>
    public void AnswerLast(int status, string text = "ok")
    {
        Answer(Sent.Count - 1, status, text);
        Tick();
    }

    /// <summary>The calls that a request names.</summary>
    public IReadOnlyList<int> Calls(int index)
    {
        var request = Sent[index].Request;
        return request.Method == "DELETE"
            ? [int.Parse(request.Url.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)]
            : [.. Newtonsoft.Json.Linq.JObject.Parse(request.Body)["data"]!.Select(item => (int)item["callId"]!)];
    }

    public int Send(HttpRequest request)
    {
        var token = SendResult?.Invoke() ?? _nextToken++;
        Sent.Add((token, request, Clock.Elapsed));
        return token;
    }

    public void RaiseCleared(int callId, IReadOnlyDictionary<string, object> requester) =>
        Events.Add((callId, null, (string)requester["name"]));

    public void RaiseFailed(int callId, RemovalError outcome, IReadOnlyDictionary<string, object> requester) =>
        Events.Add((callId, outcome.Code, (string)requester["name"]));
}
