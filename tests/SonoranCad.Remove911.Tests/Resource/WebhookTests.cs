using System;
using System.Linq;
using CadServer;
using CadServer.Discord;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What a Discord channel sees.</summary>
public sealed class WebhookTests : IDisposable
{
    private readonly ServerRig _rig = new();
    private readonly DiscordWebhook _discord;

    public WebhookTests()
    {
        _discord = DiscordWebhook.Start(_rig.Network);
        _discord.Limit.Enforced = true;
        _rig.Configure(more: $", \"discordWebhook\": \"{_discord.Url}\", \"logLevel\": \"debug\"");
        _rig.Open(101, 102, 103);
        _rig.Start();
    }

    private string Token => _discord.Url.Segments[^1];

    public void Dispose()
    {
        _rig.Dispose();
        _discord.Dispose();
    }

    [Fact]
    public void BatchIsPostedAsOneMessage()
    {
        var admin = _rig.Admin("@everyone");
        admin.Command("clear911 101 102");
        AwaitPosts(1);

        var message = JObject.Parse(_discord.Messages[0]);
        var embed = Assert.Single(message["embeds"]!);
        Assert.Equal("911 calls cleared", (string)embed["title"]!);
        Assert.Equal($"Calls 101, 102 cleared for \\@everyone \\(player {admin.NetId}\\).", (string)embed["description"]!);
        Assert.Empty(message["allowed_mentions"]!["parse"]!);
        Assert.DoesNotContain("abc123", _discord.Messages[0]);
    }

    [Fact]
    public void FailureIsPostedWithReason()
    {
        _rig.Cad.Faults.Enqueue(CadFault.BadRequest("CALL *LOCKED*"));
        _rig.Server.ConsoleCommand("clear911 101");
        AwaitPosts(1);

        var text = (string)JObject.Parse(_discord.Messages[0])["embeds"]![0]!["description"]!;
        Assert.StartsWith("Call 101 not cleared for the console. Sonoran CAD rejected the request \\(400\\)\\: \"CALL \\*LOCKED\\*\".", text);
    }

    [Fact]
    public void DiscordErrorsDoNotBlockRemovals()
    {
        _discord.Faults.Always(DiscordFault.ServerError());
        foreach (var call in new[] { 101, 102, 103 })
        {
            _rig.Server.ConsoleCommand($"clear911 {call}");
            _rig.AwaitConsole($"Call {call} cleared.");
        }

        Assert.Empty(_rig.OpenCalls());
        _discord.Faults.Clear();
        AwaitPosts(2);
        Assert.Contains("Call 101", _discord.Messages[0]);
        Assert.Contains("Call 102", _discord.Messages[1]);
        Assert.Contains("Call 103", _discord.Messages[1]);
    }

    [Fact]
    public void DiscordRateLimitIsRespected()
    {
        _discord.Faults.Enqueue(DiscordFault.RateLimited(TimeSpan.FromSeconds(2.5)));
        _rig.Server.ConsoleCommand("clear911 101");
        _rig.Await(() => _discord.Requests.Count == 1);
        var refused = _rig.Time.Elapsed;
        AwaitPosts(1);

        Assert.Equal(2, _discord.Requests.Count);
        Assert.InRange(_rig.Time.Elapsed - refused, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void DeletedWebhookIsReportedOnceAndTickIsRemoved()
    {
        _discord.Faults.Always(DiscordFault.UnknownWebhook());
        _rig.Server.ConsoleCommand("clear911 101");
        _rig.AwaitConsole("no longer accepts posts at the address in discordWebhook (404)");
        _rig.Server.ConsoleCommand("clear911 102");
        _rig.AwaitConsole("Call 102 cleared.");
        _rig.Await(() => _rig.Server.TickHandlerCount(ServerRig.ResourceName) == 0);

        Assert.Single(_discord.Requests);
    }

    [Fact]
    public void ReloadAppliesNewUrl()
    {
        _discord.Faults.Enqueue(DiscordFault.UnknownWebhook());
        _rig.Server.ConsoleCommand("clear911 101");
        _rig.AwaitConsole("in discordWebhook (404)");
        using var other = DiscordWebhook.Start(_rig.Network);
        _rig.Configure(more: $", \"discordWebhook\": \"{other.Url}\"");
        _rig.Server.ConsoleCommand("clear911 reload");
        _rig.Server.ConsoleCommand("clear911 102");
        _rig.Await(() => other.Messages.Count == 1);

        Assert.Contains("Call 102", other.Messages[0]);
        Assert.DoesNotContain(other.Url.Segments[^1], _rig.Server.Console.Text);
        Assert.Empty(_discord.Messages);
    }

    [Fact]
    public void StopDoesNotWaitForDiscord()
    {
        _discord.Faults.Always(CadFault.Slow(TimeSpan.FromSeconds(8)));
        _rig.Server.ConsoleCommand("clear911 101");
        _rig.Await(() => _discord.Requests.Count == 1);
        _rig.Server.ConsoleCommand("clear911 102");
        _rig.AwaitConsole("Call 102 cleared.");

        var before = _rig.Time.Elapsed;
        _rig.Server.StopResource(ServerRig.ResourceName);
        Assert.Equal(before, _rig.Time.Elapsed);

        _discord.Faults.Clear();
        _rig.Start();
        _rig.AssertStillWorks();
        AwaitPosts(1);
    }

    [Fact]
    public void WebhookUrlNeverAppearsInOutput()
    {
        _discord.Faults.Enqueue(
            CadFault.BadRequest($"{_discord.Url} {Token}"),
            DiscordFault.RateLimited(TimeSpan.FromSeconds(0.1)),
            DiscordFault.UnknownWebhook());
        _rig.Cad.Faults.Enqueue(CadFault.BadRequest($"the CAD says {_discord.Url}"));
        var admin = _rig.Admin();
        admin.Command("clear911 101");
        _rig.AwaitChat(admin, "not cleared");
        _rig.AwaitConsole("did not accept a post (it responded with 400)");
        admin.Command("clear911 102");
        _rig.AwaitConsole("in discordWebhook (404)");
        _rig.Server.StopResource(ServerRig.ResourceName);

        var all = _rig.Server.Console.Text
            + string.Join('\n', admin.Chat)
            + JsonConvert.SerializeObject(admin.Received.Select(e => e.Args))
            + string.Join('\n', _discord.Requests.Select(request => request.Text))
            + string.Join('\n', _rig.Cad.Requests.Select(request => request.Text));
        Assert.Contains("[secret]", all);
        Assert.DoesNotContain(Token, all, StringComparison.OrdinalIgnoreCase);
    }

    private void AwaitPosts(int count) => _rig.Await(() => _discord.Messages.Count >= count, TimeSpan.FromSeconds(20));
}
