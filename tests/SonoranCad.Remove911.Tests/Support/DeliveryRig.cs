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

/// <summary>The whole delivery with a clock, a store and a network that the test controls: hours pass in no time.</summary>
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

    /// <summary>Each request with its token and the time it was sent. <see cref="Respond"/> completes one.</summary>
    public List<(int Token, HttpRequest Request, TimeSpan At)> Sent { get; } = [];

    /// <summary>Whether API v1 counts as verified without a version request.</summary>
    public bool IsV1Verified { get; set; } = true;

    /// <summary>Replaces the token that the server's client returns, if set.</summary>
    public Func<int>? SendResult { get; set; }

    public List<string> Console => _ports.ConsoleLines;

    public List<(int CallId, string? Code, string Name)> Events { get; } = [];

    /// <summary>Whether raising an event throws.</summary>
    public bool FailsToRaise { get; set; }

    /// <summary>The resource's own outcome listeners, used from the next start on.</summary>
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
        Delivery = new DeliveryServices(_core, new OpenCallCache(() => null), Listeners);
    }

    /// <summary>Reads the account, as the resource does at its start. Otherwise the first request does, and logs that it found one.</summary>
    public void ReadAccount() => Accounts.Reload(ConfigReader.Read(Config));

    /// <summary>As after a minute in which the CAD refused nothing: no other server uses the key.</summary>
    public void MarkAlone()
    {
        Store.Set("share:v1", "alone");
        Store.Set("share:v2", "alone");
        Start();
    }

    /// <summary>Applies changed settings, as a reload does.</summary>
    public void Apply(Settings settings)
    {
        Settings = settings;
        _core.Settings.Update(settings);
        Delivery.OnSettingsChanged();
    }

    /// <summary>Restarts after a kill -9: only the store survives.</summary>
    public void Restart()
    {
        Sent.Clear();
        Start();
    }

    /// <summary>Stops as the host does when the resource stops.</summary>
    public void Stop()
    {
        _core.Budget.Lift();
        Delivery.Publisher.CompleteDecided();
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
    /// <returns>The error if it was refused, otherwise null.</returns>
    public RemovalError? TrySubmit(Requester requester, params int[] callIds)
    {
        var reply = new FakeReply();
        return Delivery.Removals.Submit(requester, callIds, reply) ? null : reply.Reports.Single().Failed[0].Error;
    }

    public bool IsPending(int callId) => Delivery.Outbox.Find(callId, Target) is not null;

    /// <summary>The target of a call id of the current account.</summary>
    public CallTarget? Target => Accounts.GetCurrent(out _)?.Target ?? Accounts.Target;

    /// <summary>The CAD reports a call of the current account as removed.</summary>
    public void RemoveByCad(int callId)
    {
        if (Target is { } target)
        {
            Dispatcher.OnRemovedByCad(callId, target);
        }
    }

    /// <summary>Runs one tick, some time after the previous one.</summary>
    public void Tick(double secondsLater = 0.02)
    {
        Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        TickNow();
    }

    /// <summary>Runs one tick at the same time as the previous one.</summary>
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

    /// <summary>Completes a request with a response as the server delivers it. A 401 without a text gets the CAD's own.</summary>
    public bool Respond(int index, int status, string? text = null) => TryComplete(
        index, status, text is { Length: > 0 } || status != 401 ? text ?? "{}" : """{"title":"Unauthorized","status":401}""");

    private bool TryComplete(int index, int status, string text) => _core.HttpClient.TryComplete(
        Sent[index].Token, HttpResponse.From(status, status is > 0 and < 400 ? text : null, status is > 0 and < 400 ? null : $"HTTP {status}: {text}"));

    /// <summary>Completes the newest request and ticks.</summary>
    public void RespondToLast(int status, string? text = null)
    {
        Respond(Sent.Count - 1, status, text);
        Tick();
    }

    /// <summary>Completes every request in flight and ticks.</summary>
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
        if (FailsToRaise)
        {
            throw new InvalidOperationException("no handler");
        }

        var requester = (IReadOnlyDictionary<string, object>)args[^1];
        Events.Add(((int)args[0], eventName == OutcomeEvents.FailedEvent ? (string)args[1] : null, (string)requester["name"]));
    }
}
