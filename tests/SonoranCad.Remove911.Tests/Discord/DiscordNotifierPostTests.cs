using System;
using System.Linq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Discord;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Discord;

/// <summary>What is posted, and how much at once.</summary>
public sealed class DiscordNotifierPostTests
{
    private readonly DiscordNotifierRig _rig = new();

    [Fact]
    public void OutcomesOfOneTickAreGroupedByRequesterAndOutcome()
    {
        _rig.Complete(1, Requester.Player(7, "Jane", "license:abc"));
        _rig.Complete(2, Requester.Player(7, "Jane", "license:abc"));
        _rig.Complete(3, Requester.Console);
        _rig.Complete(4, Requester.Player(7, "Jane", "license:abc"), CadErrors.CallNotFound);
        _rig.Complete(5, Requester.Player(7, "Jane", "license:abc"), RemovalErrors.Expired(60, null));
        _rig.Complete(6, Requester.Player(7, "Jane", "license:abc"), RemovalErrors.Expired(60, null));
        _rig.Complete(7, Requester.Player(7, "Jane", "license:abc"), RemovalErrors.Expired(60, CadErrors.NoResponse));
        _rig.Tick();

        Assert.Equal(
            ["911 calls cleared", "911 call cleared", "911 call not cleared", "911 calls not cleared", "911 call not cleared"],
            _rig.Embeds(0).Select(embed => (string)embed["title"]!));
        Assert.Equal("Calls 1, 2 cleared for Jane \\(player 7\\).", _rig.Descriptions(0)[0]);
        Assert.Equal("Call 3 cleared for the console.", _rig.Descriptions(0)[1]);
        Assert.StartsWith("Call 4 not cleared for Jane \\(player 7\\). Sonoran CAD has no such 911 call.", _rig.Descriptions(0)[2]);
        Assert.EndsWith("\\[call\\_not\\_found\\]", _rig.Descriptions(0)[2]);
        Assert.StartsWith("Calls 5, 6 not cleared", _rig.Descriptions(0)[3]);
    }

    [Fact]
    public void BodyMatchesDocumentation()
    {
        _rig.Complete(101);
        _rig.Tick();

        Assert.Equal(
            """{"embeds":[{"title":"911 call cleared","description":"Call 101 cleared for the console.","color":6732650,"timestamp":"2026-11-24T12:00:00.020Z"}],"allowed_mentions":{"parse":[]}}""",
            _rig.Sent[0].Request.Body);
        Assert.Equal(("POST", DiscordNotifierRig.Url), (_rig.Sent[0].Request.Method, _rig.Sent[0].Request.Url));
        Assert.Equal("application/json", _rig.Sent[0].Request.Headers["Content-Type"]);
    }

    [Fact]
    public void FailureEmbedIsRed()
    {
        _rig.Complete(1, failure: CadErrors.CallNotFound);
        _rig.Tick();

        Assert.Equal(0xEF5350, (int)_rig.Embeds(0)[0]["color"]!);
    }

    [Fact]
    public void PlayerNameIsEscapedAndMentionsNobody()
    {
        _rig.Complete(1, Requester.Player(7, "@everyone <@1> [x](http://a.b) `*_~|#", "license:abc"));
        _rig.Tick();

        Assert.Contains("\\@everyone \\<\\@1\\> \\[x\\]\\(http\\://a.b\\) \\`\\*\\_\\~\\|\\#", _rig.Descriptions(0)[0]);
        Assert.Empty(JObject.Parse(_rig.Sent[0].Request.Body)["allowed_mentions"]!["parse"]!);
    }

    [Fact]
    public void LicenseIsNotPosted()
    {
        _rig.Complete(1, Requester.Player(7, "Jane", "license:0123abcd"));
        _rig.Tick();

        Assert.DoesNotContain("0123abcd", _rig.Sent[0].Request.Body);
    }

    [Fact]
    public void LongCallListIsAbbreviatedInEmbed()
    {
        var dispatch = Requester.Resource("dispatch");
        for (var call = 1; call <= 1000; call++)
        {
            _rig.Complete(call + 2_000_000_000, dispatch, CadErrors.InvalidApiKey);
        }

        _rig.Tick();

        Assert.Contains("2000000100 and 900 more not cleared for resource dispatch", Assert.Single(_rig.Descriptions(0)));
        Assert.True(_rig.Descriptions(0)[0].Length <= DiscordEmbed.MaxDescriptionLength);
    }

    [Fact]
    public void QueuedEmbedsAreSentTenAtATimeEveryTwoSeconds()
    {
        for (var call = 1; call <= 25; call++)
        {
            _rig.Complete(call);
            _rig.Tick(0.01);
        }

        Assert.Single(_rig.Sent);
        while (_rig.Notifier.NeedsTick)
        {
            _rig.RespondToLast(204);
            _rig.TickFor(2.5);
        }

        Assert.Equal([1, 10, 10, 4], Enumerable.Range(0, _rig.Sent.Count).Select(index => _rig.Embeds(index).Count));
        Assert.All(_rig.Sent.Zip(_rig.Sent.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void PostsStayWithinDiscordCharacterLimit()
    {
        for (var batch = 0; batch < 12; batch++)
        {
            for (var call = 1; call <= 100; call++)
            {
                _rig.Complete(2_000_000_000 + (batch * 100) + call, Requester.Resource("r" + batch), CadErrors.InvalidApiKey);
            }
        }

        _rig.Tick();
        while (_rig.Notifier.NeedsTick)
        {
            _rig.RespondToLast(204);
            _rig.TickFor(2.5);
        }

        Assert.True(_rig.Sent.Count > 2);
        Assert.Equal(12, Enumerable.Range(0, _rig.Sent.Count).Sum(index => _rig.Embeds(index).Count));
        Assert.All(
            Enumerable.Range(0, _rig.Sent.Count),
            index => Assert.True(_rig.Embeds(index).Sum(embed => ((string)embed["title"]!).Length + ((string)embed["description"]!).Length) <= 6000));
    }

    [Fact]
    public void OverflowIsSummarizedInFinalEmbed()
    {
        _rig.Complete(1);
        _rig.Tick();
        for (var call = 2; call <= 131; call++)
        {
            _rig.Complete(call, failure: call > 121 ? CadErrors.CallNotFound : null);
            _rig.Tick(0.001);
        }

        while (_rig.Notifier.NeedsTick)
        {
            _rig.RespondToLast(204);
            _rig.TickFor(2.5);
        }

        var all = Enumerable.Range(0, _rig.Sent.Count).SelectMany(_rig.Embeds).ToList();
        Assert.Equal(1 + DiscordEmbedQueue.MaxQueued + 1, all.Count);
        Assert.Equal("and 30 more", (string)all[^1]["title"]!);
        Assert.Contains("20 cleared, 10 not cleared", (string)all[^1]["description"]!);

        _rig.Complete(500);
        _rig.TickFor(2.5);
        Assert.Contains("Call 500 cleared", Assert.Single(_rig.Descriptions(_rig.Sent.Count - 1)));
    }

    [Fact]
    public void OutcomesOfSlicedWorkAreGroupedAndPostedAfterItEnds()
    {
        var rig = new DiscordNotifierRig();
        for (var callId = 1; callId <= 5; callId++)
        {
            rig.Budget.Start();
            rig.Complete(callId);
            rig.Tick(TickBudget.Limit.TotalSeconds);
            Assert.Empty(rig.Sent);
        }

        rig.Budget.Start();
        rig.Tick(0);

        Assert.Contains("1, 2, 3, 4, 5", Assert.Single(rig.Descriptions(0)));
    }
}
