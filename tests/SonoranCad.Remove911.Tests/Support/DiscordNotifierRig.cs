using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Discord;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>The webhook with a clock and a network that the test controls.</summary>
internal sealed class DiscordNotifierRig : IHttpTransport
{
    public const string Url = "https://discord.com/api/webhooks/1234/a-token-nobody-may-see";
    public const string OtherUrl = "https://discord.com/api/webhooks/5678/another-token-nobody-may-see";

    private readonly BufferedLog _log;
    private readonly CallbackHttpClient _httpClient;

    public DiscordNotifierRig(string address = Url)
    {
        var console = new Mock<IServerConsole>();
        console.Setup(c => c.WriteLine(Capture.In(Console)));
        var secrets = new SecretRedactor();
        _log = new BufferedLog(console.Object, secrets, English.Localizer);
        _httpClient = new CallbackHttpClient(this, Clock, new ExceptionGuard(_log), _log);
        Settings = new SettingsMonitor(new Settings { DiscordWebhook = address });
        Settings.Changed += () => Notifier!.OnSettingsChanged();
        Notifier = new DiscordNotifier(
            Settings,
            _httpClient,
            Clock,
            new DiscordEmbedQueue(new DiscordEmbedBuilder(English.Localizer, secrets)),
            new DiscordLogger(_log, Settings),
            new ResourceInfo("sonorancad-remove911", "1.0.0"))
        {
            Budget = Budget = new TickBudget(Clock),
        };
    }

    public FakeClock Clock { get; } = new();

    public TickBudget Budget { get; }

    public SettingsMonitor Settings { get; }

    public DiscordNotifier Notifier { get; }

    public List<string> Console { get; } = [];

    /// <summary>The requests sent; a token is an index into it.</summary>
    public List<(HttpRequest Request, TimeSpan At)> Sent { get; } = [];

    /// <summary>Whether the server's client refuses requests.</summary>
    public bool RefuseToSend { get; set; }

    public int Send(HttpRequest request)
    {
        Sent.Add((request, Clock.Elapsed));
        return RefuseToSend ? -1 : Sent.Count - 1;
    }

    public void Complete(int callId, Requester? requester = null, RemovalError? failure = null) =>
        Notifier.OnCompleted(new OutboxEntry(callId, null, requester ?? Requester.Console, Clock.UtcNow), failure);

    /// <summary>Runs one tick, some time after the previous one.</summary>
    public void Tick(double secondsLater = 0.02)
    {
        Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        _httpClient.Tick(Clock.Elapsed);
        Notifier.Tick(Clock.Elapsed);
        _log.Flush();
    }

    /// <summary>Ticks every half second for the given time.</summary>
    public void TickFor(double seconds)
    {
        for (var passed = 0.0; passed < seconds; passed += 0.5)
        {
            Tick(0.5);
        }
    }

    /// <summary>Ticks until the next request is sent, or for a minute if none is.</summary>
    public void TickToNext()
    {
        var sent = Sent.Count;
        for (var tick = 0; tick < 120 && Sent.Count == sent; tick++)
        {
            Tick(0.5);
        }
    }

    /// <summary>Completes the newest request with a response as the server delivers it, and ticks.</summary>
    public void RespondToLast(int status, string text = "")
    {
        _httpClient.TryComplete(Sent.Count - 1, HttpResponse.From(status, status is > 0 and < 400 ? text : null, $"HTTP {status}: {text}"));
        Tick();
    }

    public IReadOnlyList<JToken> Embeds(int index) => [.. JObject.Parse(Sent[index].Request.Body)["embeds"]!];

    public IReadOnlyList<string> Descriptions(int index) => [.. Embeds(index).Select(embed => (string)embed["description"]!)];
}
