using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Discord;

/// <summary>Failures of Discord, the network and the webhook's configuration.</summary>
public sealed class DiscordNotifierFailureTests
{
    private readonly DiscordNotifierRig _rig = new();

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public void TransientErrorIsRetriedFourTimesThenDropped(int status)
    {
        _rig.Complete(101);
        _rig.Tick();
        for (var n = 1; n <= 5; n++)
        {
            Assert.Equal(n, _rig.Sent.Count);
            _rig.RespondToLast(status);
            _rig.TickToNext();
        }

        Assert.Equal(5, _rig.Sent.Count);
        Assert.All(_rig.Sent, sent => Assert.Equal(_rig.Sent[0].Request.Body, sent.Request.Body));
        Assert.Contains("Discord did not accept a post", Assert.Single(_rig.Console));
        Assert.False(_rig.Notifier.NeedsTick);

        _rig.Complete(102);
        _rig.Tick();
        _rig.RespondToLast(204);
        Assert.Contains("Call 102", Assert.Single(_rig.Descriptions(5)));
        Assert.Contains("Discord accepts posts again", _rig.Console[^1]);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(403, "error code: 1020")]
    [InlineData(403, "<html>Attention Required! | Cloudflare</html>")]
    [InlineData(404, "<html>404 Not Found</html>")]
    [InlineData(404, "Unknown Webhook")]
    [InlineData(404, """{"message": "no Route matched with those values"}""")]
    [InlineData(403, """{"message": "Missing Access", "code": """)]
    [InlineData(200, "<html>Just a moment...</html>")]
    public void FirewallInFrontOfDiscordIsTemporary(int status, string body)
    {
        _rig.Complete(101);
        _rig.Tick();
        _rig.RespondToLast(status, body);
        _rig.TickToNext();
        _rig.RespondToLast(204);
        _rig.Complete(102);
        _rig.TickToNext();

        Assert.Equal(3, _rig.Sent.Count);
        Assert.Equal(_rig.Sent[0].Request.Body, _rig.Sent[1].Request.Body);
        Assert.Empty(_rig.Console);
    }

    [Fact]
    public void DroppedPostNamesFirewallAsCause()
    {
        _rig.Complete(101);
        _rig.Tick();
        for (var n = 0; n < 5; n++)
        {
            _rig.RespondToLast(403, "error code: 1020");
            _rig.TickToNext();
        }

        Assert.Contains("Discord did not accept a post (a firewall in between responded with 403)", Assert.Single(_rig.Console));
    }

    [Fact]
    public void RetryDelaysDoubleFromTwoToSixteenSeconds()
    {
        _rig.Complete(1);
        _rig.Tick();
        foreach (var seconds in new[] { 2, 4, 8, 16 })
        {
            var sent = _rig.Sent.Count;
            _rig.RespondToLast(500);
            _rig.Tick(seconds - 0.1);
            Assert.Equal(sent, _rig.Sent.Count);
            _rig.Tick(0.2);
            Assert.Equal(sent + 1, _rig.Sent.Count);
        }
    }

    [Theory]
    [InlineData("""{"message": "You are being rate limited.", "retry_after": 7.5, "global": false}""", 7.5)]
    [InlineData("""{"retry_after": 30}""", 30)]
    [InlineData("""{"retry_after": 0.1}""", 2)]
    [InlineData("""{"retry_after": 1e300}""", 3600)]
    [InlineData("""{"retry_after": -5}""", 2)]
    [InlineData("""{"retry_after": "soon"}""", 2)]
    [InlineData("""{"retry_after": 99999999999999999999999999}""", 2)]
    [InlineData("""{"retry_after": {"a": []}}""", 2)]
    [InlineData("[1]", 2)]
    [InlineData("{\"retry_after\": 9", 2)]
    [InlineData("<html>error code: 1015</html>", 2)]
    [InlineData("", 2)]
    public void RateLimitResponseDelaysRetryByRetryAfter(string body, double seconds)
    {
        _rig.Complete(1);
        _rig.Tick();
        _rig.RespondToLast(429, body);
        _rig.Tick(seconds - 0.1);
        Assert.Single(_rig.Sent);

        _rig.Tick(0.2);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.RespondToLast(204);
        Assert.False(_rig.Notifier.NeedsTick);
        Assert.Empty(_rig.Console);
    }

    [Fact]
    public void MissingResponseIsRetried()
    {
        _rig.Complete(1);
        _rig.Tick();
        _rig.TickFor(13);

        Assert.Equal(2, _rig.Sent.Count);
    }

    [Fact]
    public void UnsentRequestIsRetried()
    {
        _rig.RefuseToSend = true;
        _rig.Complete(1);
        _rig.Tick();
        _rig.RefuseToSend = false;
        _rig.TickFor(5);
        _rig.RespondToLast(204);

        Assert.Equal(2, _rig.Sent.Count);
        Assert.False(_rig.Notifier.NeedsTick);
    }

    [Fact]
    public void RejectedMessageIsDroppedAndNextOneIsSent()
    {
        _rig.Complete(1);
        _rig.Tick();
        _rig.RespondToLast(400, "Invalid Form Body");
        _rig.Complete(2);
        _rig.TickFor(3);
        _rig.RespondToLast(204);

        Assert.Equal(2, _rig.Sent.Count);
        Assert.Contains("did not accept a post (it responded with 400)", _rig.Console[0]);
    }

    [Theory]
    [InlineData(401, """{"message": "Invalid Webhook Token", "code": 50027}""")]
    [InlineData(403, """{"message": "Missing Access", "code": 50001}""")]
    [InlineData(404, """{"message": "Unknown Webhook", "code": 10015}""")]
    [InlineData(405, "\uFEFF {\"message\": \"405: Method Not Allowed\", \"code\": 0}")]
    [InlineData(302, "")]
    public void InvalidWebhookIsLoggedOnceAndDisabledUntilReload(int status, string body)
    {
        _rig.Complete(1);
        _rig.Tick();
        _rig.Complete(2);
        _rig.RespondToLast(status, body);
        _rig.Complete(3);
        _rig.TickFor(600);

        Assert.Single(_rig.Sent);
        Assert.False(_rig.Notifier.NeedsTick);
        var line = Assert.Single(_rig.Console);
        Assert.Contains($"({status})", line);
        Assert.Contains("put its address into discordWebhook in config.json and type clear911 reload", line);

        _rig.Settings.Update(new Settings { DiscordWebhook = DiscordNotifierRig.OtherUrl });
        _rig.Complete(4);
        _rig.Tick();
        Assert.Equal(DiscordNotifierRig.OtherUrl, _rig.Sent[1].Request.Url);
        Assert.Equal(["Call 4 cleared for the console."], _rig.Descriptions(1));
    }

    [Fact]
    public void ReloadingSameUrlReenablesWebhook()
    {
        _rig.Complete(1);
        _rig.Tick();
        _rig.RespondToLast(403, """{"message": "Missing Access", "code": 50001}""");
        _rig.Settings.Update(new Settings { DiscordWebhook = DiscordNotifierRig.Url });
        _rig.Complete(2);
        _rig.TickFor(3);
        _rig.RespondToLast(204);

        Assert.Equal(2, _rig.Sent.Count);
        Assert.Contains("accepts posts again", _rig.Console[^1]);
    }

    [Fact]
    public void PostInFlightDuringUrlChangeIsResentToNewUrl()
    {
        _rig.Complete(1);
        _rig.Tick();
        _rig.Settings.Update(new Settings { DiscordWebhook = DiscordNotifierRig.OtherUrl });
        _rig.RespondToLast(404);
        _rig.TickFor(3);

        Assert.Equal([DiscordNotifierRig.Url, DiscordNotifierRig.OtherUrl], _rig.Sent.Select(sent => sent.Request.Url));
        Assert.Equal(_rig.Sent[0].Request.Body, _rig.Sent[1].Request.Body);
        Assert.Empty(_rig.Console);
    }

    [Fact]
    public void RemovingUrlStopsPosting()
    {
        _rig.Complete(1);
        _rig.Tick();
        _rig.Complete(2);
        _rig.Tick();
        _rig.Settings.Update(new Settings());
        Assert.False(_rig.Notifier.NeedsTick);
        _rig.RespondToLast(500);
        _rig.Complete(3);
        _rig.TickFor(60);
        Assert.Single(_rig.Sent);

        _rig.Settings.Update(new Settings { DiscordWebhook = DiscordNotifierRig.Url });
        _rig.Complete(4);
        _rig.Tick();
        Assert.Equal(["Call 4 cleared for the console."], _rig.Descriptions(1));
    }

    [Fact]
    public void NothingIsQueuedWithoutUrl()
    {
        var rig = new DiscordNotifierRig(address: string.Empty);
        rig.Complete(1);
        rig.Tick();

        Assert.False(rig.Notifier.NeedsTick);
        Assert.Empty(rig.Sent);
    }

    [Fact]
    public void LongOutageIsLoggedAtMostEveryTenMinutes()
    {
        for (var minute = 0; minute < 120; minute++)
        {
            _rig.Complete(minute + 1);
            for (var second = 0; second < 60; second++)
            {
                _rig.Tick(1);
                _rig.RespondToLast(500);
            }
        }

        Assert.InRange(_rig.Console.Count, 2, 12);
        Assert.All(_rig.Console, line => Assert.Contains("did not accept a post (it responded with 500)", line));
    }

    [Fact]
    public void StopSendsPendingPostWithinRateLimit()
    {
        _rig.Complete(1);
        _rig.Notifier.Stop();
        Assert.Single(_rig.Sent);

        _rig.Complete(2);
        _rig.Notifier.Stop();
        Assert.Single(_rig.Sent);
    }

    [Fact]
    public void LogNeverContainsUrlOrResponseBody()
    {
        foreach (var status in new[] { 500, 400, 404 })
        {
            var rig = new DiscordNotifierRig();
            rig.Complete(1);
            rig.Tick();
            for (var n = 0; n < 5; n++)
            {
                rig.RespondToLast(status, $"no such thing as {DiscordNotifierRig.Url}");
                rig.TickToNext();
            }

            var all = string.Join('\n', rig.Console);
            Assert.NotEmpty(all);
            Assert.DoesNotContain("a-token-nobody-may-see", all, StringComparison.Ordinal);
            Assert.DoesNotContain("no such thing", all, StringComparison.Ordinal);
        }
    }
}
