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

/// <summary>The open calls' classes and the removals, with a clock and a network that the test controls.</summary>
internal sealed class OpenCallRig : IHttpTransport
{
    public OpenCallRig(ApiMode api = ApiMode.Auto)
        : this($$"""{ "communityId": "c", "apiKey": "key-1", "api": "{{api.ToString().ToLowerInvariant()}}" }""")
    {
    }

    /// <param name="config">The content of config.json.</param>
    /// <param name="convars">The convars that are set.</param>
    public OpenCallRig(string config, params (string Name, string Value)[] convars)
    {
        Ports = new FakePorts(this) { Config = config };
        foreach (var (name, value) in convars)
        {
            Ports.Convars[name] = value;
        }

        Core = new CoreServices(Ports.Ports);
        NewestCalls = new NewestCallRequests(Clock, () => Core.Accounts.Target);
        Delivery = new DeliveryServices(Core, Cache, [Cache, NewestCalls]);
        OpenCalls = new OpenCallServices(Core, Delivery, Cache);
        Cache.CallClosed += OpenCalls.Confirmations.RemoveCall;
        Core.Accounts.CallsInvalidated += Service.Reset;
    }

    public FakePorts Ports { get; }

    public CoreServices Core { get; }

    public NewestCallRequests NewestCalls { get; }

    public OpenCallServices OpenCalls { get; }

    public FakeClock Clock => Ports.Clock;

    public SecretRedactor Secrets => Core.Redactor;

    public OpenCallCache Cache { get; } = new(() => null);

    public AccountProvider Accounts => Core.Accounts;

    public OpenCallService Service => OpenCalls.Service;

    public CallListClient ListClient => OpenCalls.ListClient;

    /// <summary>The removals, which share API v1's limit.</summary>
    public DeliveryServices Delivery { get; }

    /// <summary>The API version that removals use.</summary>
    public ApiVersion ApiVersion
    {
        get => Delivery.Endpoints.Current.ApiVersion;
        set
        {
            if (value != ApiVersion)
            {
                Delivery.Endpoints.AlternateVersion();
            }
        }
    }

    public string Config
    {
        get => Ports.Config;
        set => Ports.Config = value;
    }

    public List<HttpRequest> Sent { get; } = [];

    /// <summary>What the console has printed, line by line.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            Core.Log.Flush();
            return Ports.ConsoleLines;
        }
    }

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
        Core.HttpClient.TryComplete(Sent.Count - 1, HttpResponse.From(status, isBody ? text : null, isBody ? null : $"HTTP {status}: {text}"));
        Tick();
    }

    /// <summary>Completes the newest request with a v1 list.</summary>
    public void RespondWithCalls(params int[] callIds) => Respond(200, CallListJson(callIds));

    public void Tick(double secondsLater = 0)
    {
        Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        Core.Budget.Start();
        Core.HttpClient.Tick(Clock.Elapsed);
        ListClient.Tick(Clock.Elapsed);
        OpenCalls.VendorCalls.Tick(Clock.Elapsed);
        OpenCalls.Schedule.Tick(Clock.Elapsed);
        Delivery.Dispatcher.Tick(Clock.Elapsed);
    }

    public void OnCallOpened(int callId, string caller = "Jane Doe") =>
        Service.OnCallOpened(OpenCall.FromList(callId, caller, "Innocence Blvd", null).OpenedNow(Clock.Elapsed));

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
