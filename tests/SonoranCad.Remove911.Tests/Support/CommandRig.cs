using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>The command with all behind it. Players have every permission that the test does not take from them.</summary>
internal sealed class CommandRig
{
    private const string DefaultConfig = """{ "communityId": "c", "apiKey": "key-1", "api": "v1", "startupCheck": false }""";

    /// <param name="config">The content of config.json. By default, one API version and no startup check: they would add requests.</param>
    /// <param name="convars">The convars that are set.</param>
    public CommandRig(string config = DefaultConfig, params (string Name, string Value)[] convars)
    {
        OpenCalls = new OpenCallRig(config, convars);
        Core.Accounts.Resolve(Core.ConfigFile);
        Ports.Players.Setup(players => players.IsAllowed(Moq.It.IsAny<int>(), Moq.It.IsAny<string>())).Returns(true);
        Services = new CommandServices(Core, OpenCalls.Delivery, OpenCalls.OpenCalls, OpenCalls.NewestCalls);
    }

    public static Requester Jane { get; } = Requester.Player(1, "Jane", "license:1");

    public static Requester John { get; } = Requester.Player(2, "John", "license:2");

    public OpenCallRig OpenCalls { get; }

    public CommandServices Services { get; }

    public CoreServices Core => OpenCalls.Core;

    public FakePorts Ports => OpenCalls.Ports;

    public FakeClock Clock => Ports.Clock;

    /// <summary>The calls that removals are pending for, in order.</summary>
    public IReadOnlyList<int> Pending => [.. OpenCalls.Delivery.Outbox.GetAll().Select(entry => entry.CallId)];

    /// <summary>Types the command with <paramref name="words"/>.</summary>
    public FakeReply Run(Requester requester, string words = "")
    {
        var reply = new FakeReply();
        Services.Commands.Run(requester, reply, words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return reply;
    }

    /// <summary>The one line and its tone that the command replies to at once.</summary>
    public (string Text, Tone Tone) Ask(Requester requester, string words = "")
    {
        var reply = Run(requester, words);
        return (Xunit.Assert.Single(reply.Lines), reply.Tones[0]);
    }

    /// <summary>Push events announce calls, a second apart, so the last one is the newest.</summary>
    public void Open(params int[] callIds)
    {
        foreach (var callId in callIds)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            OpenCalls.OnCallOpened(callId);
        }
    }

    /// <summary>The CAD's list is read, and has these calls.</summary>
    public void List(params int[] callIds)
    {
        OpenCalls.Query();
        OpenCalls.RespondWithCalls(callIds);
    }
}
