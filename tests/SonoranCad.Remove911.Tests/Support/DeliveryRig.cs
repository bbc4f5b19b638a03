using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>The whole delivery with a clock, a store and a network that a test plays: hours pass in no time.</summary>
internal sealed class DeliveryRig : IHttpTransport, ILocalEvents
{
    private readonly FakePorts _ports;
    private CoreServices _core = null!;
    private int _nextToken;

    public DeliveryRig(ApiMode api = ApiMode.Auto)
        : this(new Settings { Api = api })
    {
    }

    public DeliveryRig(Settings settings)
    {
        Settings = settings;
        _ports = new FakePorts(this, this);
        Start();
    }

    public Settings Settings { get; private set; }

    public FakeClock Clock => _ports.Clock;

    public FakeStore Store => _ports.Store;

    public Func<double> Jitter
    {
        set => _ports.Jitter = value;
    }

    public string Config
    {
        get => _ports.Config;
        set => _ports.Config = value;
    }

    public int ConfigReads => _ports.ConfigReads;

    /// <summary>What was sent, with its token; a test answers it by <see cref="Respond"/>.</summary>
    public List<(int Token, HttpRequest Request, TimeSpan At)> Sent { get; } = [];

    /// <summary>Whether API v1 counts as verified without a version request.</summary>
    public bool IsV1Verified { get; set; } = true;

    /// <summary>What the server's client returns instead of a token, if set.</summary>
    public Func<int>? SendResult { get; set; }

    public List<string> Console => _ports.ConsoleLines;

    public List<(int CallId, string? Code, string Name)> Events { get; } = [];

    /// <summary>Parts of our own that hear of each outcome, from the next start on.</summary>
    public List<IOutcomeListener> Listeners { get; } = [];

    public DeliveryServices Delivery { get; private set; } = null!;

    public OutboxDispatcher Dispatcher => Delivery.Dispatcher;

    public BufferedLog Log => _core.Log;

    public AccountProvider Accounts => _core.Accounts;

    public SettingsMonitor SettingsMonitor => _core.Settings;

    public Localizer Localizer => _core.Localizer;

    public void Start()
    {
        _core = new CoreServices(_ports.Ports);
        _core.Settings.Update(Settings);
        Delivery = new DeliveryServices(_core, new OpenCallCache(), Listeners);
    }

    /// <summary>As after a minute in which the CAD refused nothing: no other server uses the key.</summary>
    public void MarkAlone()
    {
        Store.Set("share:v1", "alone");
        Store.Set("share:v2", "alone");
        Start();
    }

    /// <summary>As a reload of settings that were changed.</summary>
    public void Apply(Settings settings)
    {
        Settings = settings;
        _core.Settings.Update(settings);
        Delivery.OnSettingsChanged();
    }

    /// <summary>As kill -9 and a start again: nothing but the store is left.</summary>
    public void Restart()
    {
        Sent.Clear();
        Start();
    }

    /// <summary>As the host when the resource stops.</summary>
    public void Stop()
    {
        _core.Budget.Lift();
        Dispatcher.CompleteDecided();
        Delivery.Store.Flush();
        Dispatcher.Stop();
    }

    public FakeReply Enqueue(params int[] callIds) => EnqueueFor(Requester.Console, callIds);

    public FakeReply EnqueueFor(Requester requester, params int[] callIds)
    {
        var reply = new FakeReply();
        Xunit.Assert.True(Delivery.Removals.Submit(requester, callIds, reply));
        return reply;
    }

    /// <summary>Submits a request.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public RemovalError? TrySubmit(Requester requester, params int[] callIds)
    {
        var reply = new FakeReply();
        return Delivery.Removals.Submit(requester, callIds, reply) ? null : reply.Reports.Single().Failed[0].Error;
    }

    public bool IsPending(int callId) => Delivery.Outbox.Find(callId, Target) is not null;

    /// <summary>Where a bare call id belongs.</summary>
    public CallTarget? Target => Accounts.GetCurrent(out _)?.Target ?? Accounts.Target;

    /// <summary>The CAD reports that a call of the current account is gone.</summary>
    public void RemoveByCad(int callId)
    {
        if (Target is { } target)
        {
            Dispatcher.OnRemovedByCad(callId, target);
        }
    }

    /// <summary>One tick, some time after the last.</summary>
    public void Tick(double secondsLater = 0.02)
    {
        Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        TickNow();
    }

    /// <summary>One tick at the same time as the last.</summary>
    public void TickNow()
    {
        _core.Budget.Start();
        _core.HttpClient.Tick(Clock.Elapsed);
        Dispatcher.Tick(Clock.Elapsed);
        if (IsV1Verified && Delivery.Endpoints.IsVerificationRequested)
        {
            Delivery.Endpoints.EndVerification(Accounts.Account);
            Dispatcher.Wake();
            Dispatcher.Tick(Clock.Elapsed);
        }

        if (!IsV1Verified)
        {
            Delivery.AccountCheck.Tick(Clock.Elapsed);
        }

        Delivery.Store.Tick(Clock.Elapsed);
        Log.Flush();
    }

    /// <summary>Answers a request as the server hands it over; a 401 without a text is the CAD's own.</summary>
    public bool Respond(int index, int status, string? text = null) => TryComplete(
        index, status, text is { Length: > 0 } || status != 401 ? text ?? "{}" : """{"title":"Unauthorized","status":401}""");

    private bool TryComplete(int index, int status, string text) => _core.HttpClient.TryComplete(
        Sent[index].Token,
        HttpResponse.From(status, status is > 0 and < 400 ? text : null, status is > 0 and < 400 ? null : $"HTTP {status}: {text}"));

    /// <summary>Answers the newest request and ticks.</summary>
    public void RespondToLast(int status, string? text = null)
    {
        Respond(Sent.Count - 1, status, text);
        Tick();
    }

    /// <summary>Responds to every request that awaits a response, and ticks.</summary>
    public void RespondToAll(int status, string text = "{}")
    {
        for (var i = 0; i < Sent.Count; i++)
        {
            Respond(i, status, text);
        }

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

    public void Raise(string eventName, params object[] args)
    {
        var requester = (IReadOnlyDictionary<string, object>)args[^1];
        Events.Add(((int)args[0], eventName == OutcomeEvents.FailedEvent ? (string)args[1] : null, (string)requester["name"]));
    }
}
