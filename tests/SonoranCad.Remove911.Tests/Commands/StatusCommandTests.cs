using System;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class StatusCommandTests
{
    private readonly CommandRig _rig = new();

    [Fact]
    public void ConsoleSeesAllAndPlayerNeitherCommunityNorSettings()
    {
        Assert.Equal(
            ("""
            sonorancad-remove911 1.0.0, folder sonorancad-remove911
            Up 0 s: 0 accepted, 0 cleared, 0 failed; requests: 0
            Pending: nothing
            API v1: no call cleared since startup
            Account: community c at https://api.sonorancad.com
            From config.json: communityId, apiKey.
            Last error: none since startup
            """, Tone.Info),
            _rig.Ask(Requester.Console, "status"));
        Assert.Equal(
            ("""
            Up 0 s: 0 accepted, 0 cleared, 0 failed; requests: 0
            Pending: nothing
            API v1: no call cleared since startup
            Account: set up
            Last error: none since startup
            """, Tone.Info),
            _rig.Ask(CommandRig.Jane, "status"));
    }

    [Fact]
    public void CountsAndAgesAreShown()
    {
        _rig.Run(CommandRig.Jane, "101 102");
        Assert.Equal("Pending: 2 waiting, 0 being sent, oldest 0 s. Next request: now.", Line(1));

        _rig.OpenCalls.Tick();
        Assert.Equal("Pending: 0 waiting, 2 being sent, oldest 0 s.", Line(1));

        _rig.OpenCalls.Tick(5);
        _rig.OpenCalls.Respond(200, "{}");
        Assert.Equal("Up 5 s: 2 accepted, 2 cleared, 0 failed; requests: 1", Line(0));
        Assert.Equal("API v1: works", Line(2));

        _rig.Run(CommandRig.Jane, "103");
        _rig.OpenCalls.Tick(0.5);
        Assert.Equal("Pending: 1 waiting, 0 being sent, oldest 0 s. Next request in 1 s.", Line(1));
    }

    [Fact]
    public void OutageIsShownWithTheLastError()
    {
        _rig.Run(CommandRig.Jane, "101");
        for (var failure = 0; failure < 5; failure++)
        {
            _rig.OpenCalls.Tick(61);
            _rig.OpenCalls.Respond(503, "down");
        }

        _rig.OpenCalls.Tick(3);

        Assert.Equal("Pending: 1 waiting, 0 being sent, oldest 5 min.", Line(1));
        Assert.Equal("API v1: failing for 3 s; removals are retried. Next try in 29 s.", Line(2));
        Assert.Equal("Last error, 3 s ago: Sonoran CAD returned an error (503).", Line(4));
        Assert.Equal(
            "Last error, 3 s ago (2026-11-24 12:05:05 UTC): Sonoran CAD returned an error (503). [cad_error]",
            _rig.Ask(Requester.Console, "status").Text.Split('\n')[^1]);

        _rig.OpenCalls.Tick(30);
        Assert.Equal("API v1: failing for 33 s; removals are retried.", Line(2));
    }

    [Fact]
    public void PlayerSeesTheCodeOfALongError()
    {
        _rig.Run(CommandRig.Jane, "101");
        _rig.OpenCalls.Tick();
        _rig.OpenCalls.Respond(400, "CALL IS LOCKED");

        Assert.Equal("Last error, 0 s ago: cad_rejected", Line(4));
        Assert.Equal("Up 0 s: 1 accepted, 0 cleared, 1 failed; requests: 1", Line(0));
    }

    [Fact]
    public void ShareOfTheKeyIsShown()
    {
        _rig.OpenCalls.Delivery.Policy.Share.Restore(30, TimeSpan.Zero);

        Assert.Equal("API key shared: sending 30 of 60 requests a minute", Line(2));
    }

    [Fact]
    public void RefusedAccountIsNotReportedAsWorking()
    {
        _rig.Core.Accounts.MarkRefused(_rig.Core.Accounts.Account!, CadErrors.InvalidApiKey);

        Assert.Equal("Account: not working (invalid_api_key); see the server console", Line(2));
        Assert.Equal(
            "Account: nothing can be sent. Sonoran CAD does not accept this server's API key. No call can be cleared until the server's owner corrects apiKey.",
            _rig.Ask(Requester.Console, "status").Text.Split('\n')[3]);
    }

    [Fact]
    public void AccountRefusedByTheCheckIsNotReportedAsWorking()
    {
        var rig = new CommandRig("""{ "communityId": "c", "apiKey": "key-1", "api": "v1" }""");
        var check = rig.OpenCalls.Delivery.AccountCheck;
        check.Schedule();
        rig.OpenCalls.Tick(1);
        check.Tick(rig.Clock.Elapsed);
        rig.OpenCalls.Respond(400, "INVALID API KEY");

        Assert.Equal("Account: not working (invalid_api_key); see the server console", rig.Ask(CommandRig.Jane, "status").Text.Split('\n')[2]);
        Assert.StartsWith(
            "Account: community c at https://api.sonorancad.com, which Sonoran CAD refused at the last check. Sonoran CAD does not accept",
            rig.Ask(Requester.Console, "status").Text.Split('\n')[3],
            StringComparison.Ordinal);
    }

    [Fact]
    public void MissingAccountIsExplainedToTheConsole()
    {
        var rig = new CommandRig("""{ "communityId": "c" }""");

        var lines = rig.Ask(Requester.Console, "status").Text.Split('\n');

        Assert.Equal("Account: nothing can be sent. This server has no Sonoran CAD account yet: apiKey has no value. The server's owner must set it.", lines[3]);
        Assert.StartsWith("Set apiKey in config.json in the folder of sonorancad-remove911, ", lines[4], StringComparison.Ordinal);
        Assert.Equal("From config.json: communityId.", lines[5]);
        Assert.Equal("Account: not working (not_configured); see the server console", rig.Ask(CommandRig.Jane, "status").Text.Split('\n')[2]);
    }

    [Fact]
    public void ConvarsThatAreInUseAreNamed()
    {
        var rig = new CommandRig("""{ "apiKey": "key-1" }""", ("sonoran_communityID", "c"), ("remove911:maxBatch", "7"), ("remove911:serverId", "2"));

        var lines = rig.Ask(Requester.Console, "status").Text.Split('\n');

        Assert.Equal(["From config.json: apiKey.", "Set by convar: remove911:serverId, sonoran_communityID, remove911:maxBatch."], lines[^3..^1]);
    }

    [Fact]
    public void AccountFromConvarsAloneNamesNoKeys()
    {
        var rig = new CommandRig("{}", ("sonoran_communityID", "c"), ("remove911:apiKey", "key-1"));

        var text = rig.Ask(Requester.Console, "status").Text;

        Assert.DoesNotContain("From config.json", text, StringComparison.Ordinal);
        Assert.Contains("\nSet by convar: remove911:apiKey, sonoran_communityID.\n", text, StringComparison.Ordinal);
    }

    private string Line(int index) => _rig.Ask(CommandRig.Jane, "status").Text.Split('\n')[index];
}
