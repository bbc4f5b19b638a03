using System;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Resilience;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>With "api" on auto, removals use API v1 only once its version request has shown that the CAD responds there.</summary>
public sealed class V1VerifierTests
{
    private readonly DeliveryRig _rig = new() { IsV1Verified = false };

    public V1VerifierTests() => _rig.ReadAccount();

    [Theory]
    [InlineData(200, "3")]
    [InlineData(200, "1")]
    [InlineData(400, "INVALID API KEY")]
    [InlineData(400, "INVALID COMMUNITY ID")]
    [InlineData(403, """{"title":"Forbidden","status":403}""")]
    public void RemovalsUseV1IfTheCadResponds(int status, string text)
    {
        Verify(status, text);
        _rig.Tick(1.1);

        Assert.EndsWith("/emergency", _rig.Sent[1].Request.Url);
        _rig.RespondToLast(200);
        _rig.Enqueue(2);
        _rig.Tick(1.1);
        Assert.EndsWith("/emergency", _rig.Sent[2].Request.Url);
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(200, "<html>")]
    [InlineData(302, "")]
    [InlineData(400, "NOT ON MONDAYS")]
    public void RemovalsUseV2IfSomethingElseResponds(int status, string text)
    {
        Verify(status, text);
        _rig.Tick();

        Assert.Equal("DELETE", _rig.Sent[1].Request.Method);
        _rig.Tick(5);
        Assert.False(_rig.Delivery.AccountCheck.NeedsTick);
        Assert.Equal(2, _rig.Sent.Count);
        Assert.Empty(_rig.Console);
    }

    [Theory]
    [InlineData(0, "", "could not be reached")]
    [InlineData(429, "", "too many requests")]
    [InlineData(503, "", "returned an error (503)")]
    [InlineData(403, "error code: 1020", "A firewall in front")]
    public void CheckIsRetriedAndTheRequesterHearsWhy(int status, string text, string reason)
    {
        var reply = Verify(status, text);
        _rig.Tick();
        Assert.Contains(reason, Assert.Single(reply.Lines));
        Assert.Contains(reason, _rig.Delivery.Status.LastError!.Message.InEnglish());

        _rig.Tick(1.9);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.1);
        Assert.EndsWith("/general/get_version", _rig.Sent[1].Request.Url);
    }

    [Fact]
    public void CheckThatIsNotSentOrTimesOutIsRetried()
    {
        _rig.SendResult = () => -1;
        _rig.Enqueue(1);
        _rig.Tick();
        _rig.SendResult = null;
        _rig.Tick();
        _rig.Tick(2.1);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.Tick(10);
        _rig.Tick(4.1);

        Assert.Equal(3, _rig.Sent.Count);
        Assert.All(_rig.Sent, sent => Assert.EndsWith("/general/get_version", sent.Request.Url));
    }

    [Fact]
    public void FailingChecksOpenTheCircuitAndV2IsTriedInTurn()
    {
        Verify(0, "");
        for (var i = 0; i < 4; i++)
        {
            Assert.EndsWith("/general/get_version", _rig.Sent[^1].Request.Url);
            _rig.Tick(61);
            _rig.RespondToLast(0);
        }

        Assert.Single(_rig.Console, line => line.Contains("keeps failing"));
        _rig.Tick(61);
        Assert.Equal("DELETE", _rig.Sent[^1].Request.Method);
        _rig.RespondToLast(503);
        _rig.Tick(61);
        Assert.EndsWith("/general/get_version", _rig.Sent[^1].Request.Url);
        _rig.RespondToLast(0);
        Assert.Equal(503, _rig.Delivery.Outbox.GetAll().Single().LastError!.Status);
    }

    [Fact]
    public void FailedCheckIsAFailureThatNoCallCausesAlone()
    {
        Verify(0, "");
        _rig.Tick(2.1);
        _rig.RespondToLast(200, "3");
        _rig.Tick(1.1);
        Assert.EndsWith("/emergency", _rig.Sent[^1].Request.Url);
        _rig.RespondToLast(500);

        Assert.Equal(0, _rig.Delivery.Outbox.GetAll().Single().LoneFailures);
    }

    [Fact]
    public void FailedCheckThatNoRemovalWaitsForDelaysNothing()
    {
        _rig.Delivery.AccountCheck.Schedule();
        _rig.Tick(1);
        _rig.RespondToLast(503);

        Assert.Null(_rig.Delivery.Status.LastError);
    }

    [Fact]
    public void VerifiedV1StaysInUseAfterALaterOddResponse()
    {
        Verify(200, "3");
        _rig.Tick(1.1);
        _rig.RespondToLast(200);
        _rig.Delivery.AccountCheck.Schedule();
        _rig.Tick(2.1);
        _rig.RespondToLast(200, "<html>");
        _rig.Enqueue(2);
        _rig.Tick(1.1);

        Assert.EndsWith("/emergency", _rig.Sent[^1].Request.Url);
    }

    [Fact]
    public void ResponseOfV2DoesNotEndTheWaitForV1()
    {
        _rig.Enqueue(1);
        _rig.Tick();
        Assert.Equal(TimeSpan.MaxValue, _rig.Delivery.Policy.NextSendAt(_rig.Clock.Elapsed));
        var retries = new RetryHandler(
            _rig.Delivery.Outbox, new RetrySchedule(() => 1), new CircuitBreaker(), new FailureClassifier(), new DeliveryMetrics(_rig.Clock), _rig.Log);

        new V1Verifier(_rig.Delivery.Endpoints, retries, _rig.Clock).OnChecked(_rig.Accounts.Account!, new VersionResult(ApiVersion.V2, 200, null));

        Assert.True(_rig.Delivery.Endpoints.IsVerificationRequested);
        Assert.Equal(ApiVersion.V1, _rig.Delivery.Endpoints.Current.ApiVersion);
    }

    // A removal makes the check, and this is the response to it.
    private FakeReply Verify(int status, string text)
    {
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        Assert.EndsWith("/general/get_version", _rig.Sent.Single().Request.Url);
        _rig.RespondToLast(status, text);
        return reply;
    }
}
