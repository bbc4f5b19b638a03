using System;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>Several failures at once, or a failure in an unusual place.</summary>
public sealed class CombinedFailureTests
{
    private const string NotEnabled = "API IS NOT ENABLED FOR THIS COMMUNITY";

    [Fact]
    public void V2OutageBacksOffIfV1IsNotEnabled()
    {
        var rig = new DeliveryRig();
        var first = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(400, NotEnabled);
        rig.Tick();
        rig.RespondToLast(200, "{\"callId\":1}");
        Assert.Equal([1], first.Cleared);

        var second = rig.Enqueue(2);
        var sent = rig.Sent.Count;
        RespondFor(rig, TimeSpan.FromMinutes(10), isV1 => isV1 ? (400, NotEnabled) : (404, "no such route"));

        Assert.InRange(rig.Sent.Count - sent, 10, 60);
        Assert.Single(rig.Console, line => line.Contains("keeps failing"));
        Assert.Empty(second.Reports);
        RespondFor(rig, TimeSpan.FromMinutes(3), isV1 => isV1 ? (400, NotEnabled) : (200, "{}"));
        Assert.Equal([2], second.Cleared);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(30)]
    public void CallThatAlwaysGetsServerErrorDoesNotBlockOthers(int poison)
    {
        var rig = new DeliveryRig(ApiMode.V1);
        var others = rig.Enqueue([.. Enumerable.Range(1, 30).Where(callId => callId != poison)]);
        var bad = rig.Enqueue(poison);
        var answered = 0;
        for (var seconds = 0.0; seconds < 20 * 60 && others.Reports.Count == 0; seconds += 0.5)
        {
            rig.Tick(0.5);
            for (; answered < rig.Sent.Count; answered++)
            {
                rig.Respond(answered, rig.Calls(answered).Contains(poison) ? 500 : 200);
            }
        }

        Assert.Equal(29, others.Cleared.Count);
        Assert.Empty(bad.Reports);
        Assert.InRange(rig.Sent.Count, 5, 20);

        // It is retried until it expires.
        rig.Tick(3600);
        rig.RespondToLast(500);
        rig.Tick(60);
        Assert.Equal("expired", bad.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PendingRemovalIsNeverSentToAnotherCommunity(bool isRestarted)
    {
        var rig = new DeliveryRig(ApiMode.V1);
        var before = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(503);

        rig.Config = rig.Config.Replace("\"communityId\": \"c\"", "\"communityId\": \"d\"", StringComparison.Ordinal);
        if (isRestarted)
        {
            rig.Restart();
        }
        else
        {
            rig.Accounts.Reload(ConfigReader.Read(rig.Config));
        }

        var sent = rig.Sent.Count;
        rig.Tick(30);
        rig.Tick();
        Assert.Equal(sent, rig.Sent.Count);
        Assert.Equal((1, "community_changed", "console"), rig.Events[^1]);
        Assert.Equal(isRestarted ? 0 : 1, before.Reports.Count);

        var after = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200);
        Assert.Equal([1], after.Cleared);
    }

    [Fact]
    public void LosingV1AccessFailsIfV2IsMissing()
    {
        var rig = new DeliveryRig();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200);

        var second = rig.Enqueue(2);
        RespondFor(rig, TimeSpan.FromMinutes(1), isV1 => isV1 ? (400, NotEnabled) : (404, "no such route"));

        Assert.Equal("api_not_enabled", second.Code);
    }

    [Fact]
    public void V1RefusalOfOldAccountDoesNotAffectNewAccount()
    {
        var rig = new DeliveryRig();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(400, NotEnabled);
        rig.Tick();
        rig.RespondToLast(401);

        rig.Config = """{ "communityId": "c", "apiKey": "key-2" }""";
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = rig.Enqueue(2);
        RespondFor(rig, TimeSpan.FromMinutes(1), isV1 => isV1 ? (200, "ok") : (404, "no such route"));

        Assert.Equal([2], second.Cleared);
    }

    [Fact]
    public void RequeuedRemovalFailsImmediatelyIfAccountWasRefused()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.MarkAlone();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200, "{}");
        var second = rig.Enqueue(2);
        var third = rig.Enqueue(3);
        rig.Tick();
        rig.Apply(rig.Settings);

        rig.Respond(1, 401);
        rig.Respond(2, 404, "no such route");
        rig.Tick();

        Assert.Equal("invalid_api_key", second.Code);
        Assert.Equal("invalid_api_key", third.Code);
        Assert.False(rig.Dispatcher.NeedsTick);
    }

    [Theory]
    [InlineData("sent:v1")]
    [InlineData("sent:v2")]
    [InlineData("endpoint")]
    public void StoredValueOfWrongTypeIsIgnored(string key)
    {
        var store = new Mock<IKeyValueStore>();
        store.Setup(s => s.Keys(It.IsAny<string>())).Returns([]);
        store.Setup(s => s.Get(key)).Throws(new InvalidCastException("not a text"));

        var value = new DeliveryStore(new StoreAccess(store.Object, new ExceptionGuard(Mock.Of<ILog>())), new TickBudget(new FakeClock())).Restore(key);

        Assert.Null(value);
    }

    [Fact]
    public void TemporaryFlushErrorLosesNoRemoval()
    {
        var rig = new DeliveryRig();
        rig.Store.FailsToFlush = true;
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200);
        Assert.Equal([1], reply.Cleared);

        rig.Store.FailsToFlush = false;
        var flushes = rig.Store.Flushes;
        var second = rig.Enqueue(2);
        rig.Tick(2);
        rig.RespondToLast(200);

        Assert.Equal([2], second.Cleared);
        Assert.True(rig.Store.Flushes > flushes);
    }

    [Fact]
    public void ThrowingOutcomeListenerDoesNotBlockReply()
    {
        var listener = new Mock<IOutcomeListener>();
        listener.Setup(l => l.OnCompleted(It.IsAny<OutboxEntry>(), It.IsAny<RemovalError?>())).Throws<InvalidOperationException>();
        var rig = new DeliveryRig();
        rig.Listeners.Add(listener.Object);
        rig.Restart();

        var reply = rig.Enqueue(1, 2);
        rig.Tick();
        rig.RespondToLast(200);

        Assert.Equal([1, 2], reply.Cleared);
    }

    [Theory]
    [InlineData("911 CALL(S) REMOVED. THIS ENDPOINT IS DEPRECATED.", null)]
    [InlineData("Backend Service Reached", "call_not_found")]
    public void NotFoundAfterFailoverCountsAsClearedOnlyIfOldEndpointMayHaveCleared(string text, string? code)
    {
        var rig = new DeliveryRig();
        var reply = rig.Enqueue(1);

        RespondFor(
            rig,
            TimeSpan.FromMinutes(1),
            isV1 => isV1 ? (200, text) : (404, "{\"title\":\"Not Found\",\"detail\":\"Call 1 was not found.\"}"));

        Assert.Equal(code is null, reply.Reports[0].IsSuccess);
        Assert.Equal(code, reply.Reports[0].Failed.Count == 0 ? null : reply.Code);
    }

    private static void RespondFor(DeliveryRig rig, TimeSpan time, Func<bool, (int Status, string Text)> answer)
    {
        var end = rig.Clock.Elapsed + time;
        for (var answered = rig.Sent.Count; rig.Clock.Elapsed < end && rig.Dispatcher.NeedsTick;)
        {
            rig.Tick(0.5);
            for (; answered < rig.Sent.Count; answered++)
            {
                var (status, text) = answer(rig.Sent[answered].Request.Method == "POST");
                rig.Respond(answered, status, text);
            }
        }
    }
}
