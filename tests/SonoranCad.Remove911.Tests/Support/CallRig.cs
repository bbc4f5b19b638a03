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
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>What knows the open calls, with a clock and a network that a test plays.</summary>
internal sealed class CallRig : IHttpTransport
{
    private readonly Mock<IResourceFiles> _files = new();
    private readonly Mock<IConvars> _convars = new();
    private readonly CallbackHttpClient _inquiries;

    public CallRig(ApiMode api = ApiMode.Auto)
    {
        _files.Setup(f => f.Read("config.json")).Returns(() => Config);
        _convars.Setup(c => c.Get(It.IsAny<string>())).Returns(string.Empty);
        var tick = new Mock<ITickSwitch>();
        var log = new BufferedLog(Mock.Of<IServerConsole>(), Secrets, English.Localizer);
        _inquiries = new CallbackHttpClient(this, tick.Object, Clock);
        Accounts = new AccountProvider(_files.Object, new AccountResolver(_convars.Object), Secrets, log);
        Line = DeliveryPipeline.Build(
            this,
            new FakeStore(),
            Accounts,
            RemovalEndpoints.Create(api, "1.0.0", 50, Secrets),
            new OutcomePublisher(Mock.Of<IOutcomeEvents>(), log),
            new DeliveryOptions(),
            Clock,
            () => 0,
            log);
        Source = new CallListClient(
            _inquiries, Line, CallListEndpoints.Create(api, "1.0.0", Secrets), () => Generation, new CallListReader(Secrets), Clock);
        Desk = new OpenCallService(
            Board, Source, Accounts, Clock, new ExceptionGuard(log, tick.Object));
    }

    public FakeClock Clock { get; } = new();

    public SecretRedactor Secrets { get; } = new();

    public OpenCallCache Board { get; } = new();

    public AccountProvider Accounts { get; }

    public OpenCallService Desk { get; }

    public CallListClient Source { get; }

    /// <summary>The removals, which share API v1's limit.</summary>
    public DeliveryPipeline Line { get; }

    /// <summary>The API generation that removals use.</summary>
    public int Generation { get; set; } = 1;

    public string Config { get; set; } = """{ "communityId": "c", "apiKey": "key-1" }""";

    public List<HttpRequest> Sent { get; } = [];

    /// <summary>Asks; the answers come into the list.</summary>
    public List<OpenCallsResult> Ask()
    {
        var answers = new List<OpenCallsResult>();
        Desk.GetOpenCalls(answers.Add);
        return answers;
    }

    /// <summary>Answers the newest request, and ticks.</summary>
    public void Answer(int status, string text)
    {
        var isBody = status is > 0 and < 400;
        _inquiries.TryComplete(Sent.Count - 1, HttpResponse.From(status, isBody ? text : null, isBody ? null : $"HTTP {status}: {text}"));
        Tick();
    }

    /// <summary>Answers the newest request with a list of v1's.</summary>
    public void AnswerList(params int[] callIds) => Answer(200, List(callIds));

    public void Tick(double secondsLater = 0)
    {
        Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        Source.Tick(Clock.Elapsed);
        _inquiries.Tick(Clock.Elapsed);
    }

    public void Came(int callId) => Desk.OnCallOpened(OpenCall.FromEvent(callId, "Jane Doe", "Innocence Blvd", Clock.Elapsed));

    public int Send(HttpRequest request)
    {
        Sent.Add(request);
        return Sent.Count - 1;
    }

    public static string List(params int[] callIds) =>
        "{\"activeCalls\":[],\"emergencyCalls\":["
        + string.Join(",", callIds.Select(id => $$"""{"callId":{{id}},"caller":"Jane Doe","location":"Innocence Blvd"}"""))
        + "],\"closedCalls\":[]}";

    public static IReadOnlyList<int> Ids(OpenCallsResult answer) => [.. answer.Calls!.Select(call => call.CallId)];
}
