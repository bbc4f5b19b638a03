using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>The open calls' classes with a clock and a network that the test controls.</summary>
internal sealed class OpenCallRig : IHttpTransport
{
    private readonly FakePorts _ports;
    private readonly CoreServices _core;
    private readonly OpenCallServices _openCalls;

    public OpenCallRig(ApiMode api = ApiMode.Auto)
    {
        _ports = new FakePorts(this) { Config = """{ "communityId": "c", "apiKey": "key-1" }""" };
        _core = new CoreServices(_ports.Ports);
        _core.Settings.Update(new Settings { Api = api });
        Delivery = new DeliveryServices(_core, Cache, [Cache]);
        _openCalls = new OpenCallServices(_core, Delivery, Cache);
        _core.Accounts.CallsInvalidated += Service.Reset;
    }

    public FakeClock Clock => _ports.Clock;

    public SecretRedactor Secrets => _core.Redactor;

    public OpenCallCache Cache { get; } = new();

    public AccountProvider Accounts => _core.Accounts;

    public OpenCallService Service => _openCalls.Service;

    public CallListClient ListClient => _openCalls.ListClient;

    /// <summary>The removals, which share API v1's limit.</summary>
    public DeliveryServices Delivery { get; }

    /// <summary>The API version that removals use.</summary>
    public ApiVersion ApiVersion
    {
        get => Delivery.Endpoints.Current.ApiVersion;
        set => Delivery.Endpoints.SelectByName(value == ApiVersion.V1 ? "v1" : "v2");
    }

    public string Config
    {
        get => _ports.Config;
        set => _ports.Config = value;
    }

    public List<HttpRequest> Sent { get; } = [];

    /// <summary>Queries the open calls; the results are added to the returned list.</summary>
    public List<OpenCallsResult> Query()
    {
        var results = new List<OpenCallsResult>();
        Service.GetOpenCalls(results.Add);
        return results;
    }

    /// <summary>Completes the newest request, and ticks.</summary>
    public void Respond(int status, string text)
    {
        var isBody = status is > 0 and < 400;
        _core.HttpClient.TryComplete(Sent.Count - 1, status, isBody ? text : null, isBody ? null : $"HTTP {status}: {text}");
        Tick();
    }

    /// <summary>Completes the newest request with a v1 list.</summary>
    public void RespondWithCalls(params int[] callIds) => Respond(200, CallListJson(callIds));

    public void Tick(double secondsLater = 0)
    {
        Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        _core.Budget.Start();
        _core.HttpClient.Tick(Clock.Elapsed);
        ListClient.Tick(Clock.Elapsed);
    }

    public void OnCallOpened(int callId) => Service.OnCallOpened(OpenCall.FromList(callId, "Jane Doe", "Innocence Blvd", null).OpenedNow(Clock.Elapsed));

    public int Send(HttpRequest request)
    {
        Sent.Add(request);
        return Sent.Count - 1;
    }

    public static string CallListJson(params int[] callIds) =>
        "{\"activeCalls\":[],\"emergencyCalls\":["
        + string.Join(",", callIds.Select(id => $$"""{"callId":{{id}},"caller":"Jane Doe","location":"Innocence Blvd"}"""))
        + "],\"closedCalls\":[]}";

    public static IReadOnlyList<int> Ids(OpenCallsResult result) => [.. result.Calls!.Select(call => call.CallId)];
}
