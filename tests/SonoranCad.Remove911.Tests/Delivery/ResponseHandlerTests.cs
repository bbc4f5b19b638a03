using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class ResponseHandlerTests
{
    private const string Deprecated = "911 CALL(S) REMOVED. THIS ENDPOINT IS DEPRECATED.";

    private DeliveryRig _rig = new();

    [Fact]
    public void DeprecatedEndpointIsReplacedByTheOtherVersionAtMostOnceAnHour()
    {
        Clear(1, Deprecated);
        Clear(2, "{}");
        Assert.Equal(["POST", "DELETE"], _rig.Sent.Select(sent => sent.Request.Method));
        Assert.Contains(_rig.Console, line => line.Contains("endpoint v1 does not work, but v2 does"));

        _rig = new DeliveryRig();
        Clear(1, Deprecated);
        _rig.Enqueue(2);
        _rig.Tick(1.1);
        _rig.RespondToLast(401);
        _rig.Tick(3);
        _rig.RespondToLast(200, Deprecated);
        Clear(3, Deprecated, afterSeconds: 3590);
        Clear(4, Deprecated, afterSeconds: 10);
        _rig.Enqueue(5);
        _rig.Tick(1.1);
        Assert.Equal(["POST", "DELETE", "POST", "POST", "POST", "DELETE"], _rig.Sent.Select(sent => sent.Request.Method));
    }

    [Fact]
    public void RefusalsOfACommunityDelayTheNextRequest()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue([.. Enumerable.Range(1, 8)]);
        _rig.Tick();
        foreach (var seconds in new[] { 1.02, 1.02, 2, 4 })
        {
            var sent = _rig.Sent.Count;
            _rig.RespondToLast(400, "LOCKED");
            _rig.Tick(seconds - 0.01);
            Assert.Equal(sent, _rig.Sent.Count);
            _rig.Tick(0.01);
            Assert.Equal(sent + 1, _rig.Sent.Count);
        }
    }

    [Fact]
    public void RefusalEndsTheBackoffAndClosesTheCircuit()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue(1);
        for (var i = 0; i < 5; i++)
        {
            _rig.Tick(61);
            _rig.RespondToLast(0);
        }

        _rig.Tick(61);
        _rig.RespondToLast(400, "LOCKED");
        Assert.Null(_rig.Delivery.Status.CircuitOpenFor);
        Assert.Single(_rig.Console, line => line.Contains("works again"));
    }

    [Theory]
    [InlineData(400, "CALL NOT FOUND")]
    [InlineData(302, "")]
    [InlineData(400, "INVALID API KEY")]
    public void ResponseOfTheCadClosesTheCircuit(int status, string text)
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue(1);
        for (var i = 0; i < 5; i++)
        {
            _rig.Tick(61);
            _rig.RespondToLast(429);
        }

        _rig.Tick(61);
        _rig.RespondToLast(status, text);

        Assert.Null(_rig.Delivery.Status.CircuitOpenFor);
    }

    [Fact]
    public void OpenCircuitProbesBothVersionsInTurn()
    {
        _rig.Enqueue(1);
        for (var i = 0; i < 8; i++)
        {
            _rig.Tick(61);
            _rig.RespondToLast(0);
        }

        Assert.Equal(
            ["POST", "POST", "POST", "POST", "POST", "DELETE", "POST", "DELETE"], _rig.Sent.Select(sent => sent.Request.Method));
    }

    [Fact]
    public void UnknownCallIsFoundInItsBatch()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        var reply = _rig.Enqueue(1, 2, 3);
        _rig.Tick();
        for (var i = 0; i < 5 && reply.Reports.Count == 0; i++)
        {
            var isUnknown = _rig.Calls(_rig.Sent.Count - 1).Contains(2);
            _rig.RespondToLast(isUnknown ? 400 : 200, isUnknown ? "CALL NOT FOUND" : "{}");
            _rig.Tick(1.1);
        }

        Assert.Equal([1, 3], reply.Cleared);
        Assert.Equal([2], reply.Reports.Single().Failed.Select(failed => failed.CallId!.Value));
        Assert.Equal("call_not_found", reply.Code);
    }

    [Fact]
    public void LastMissingEndpointFailsWhatIsInFlightAndWhatWaits()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        var first = _rig.Enqueue(1);
        _rig.Tick();
        var second = _rig.Enqueue(2);
        _rig.RespondToLast(404);
        _rig.Tick(1.1);
        Assert.Equal([1, 2], _rig.Calls(1));
        var third = _rig.Enqueue(3);
        _rig.RespondToLast(404);

        Assert.All([first, second, third], reply => Assert.Equal("endpoint_not_found", reply.Code));
        Assert.False(_rig.Dispatcher.NeedsTick);

        _rig.Enqueue(4);
        _rig.Tick(1.9);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.Tick(0.1);
        Assert.Equal([4], _rig.Calls(2));
    }

    [Fact]
    public void RefusedAccountEndsWhatWaits()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        _rig.Enqueue(1);
        _rig.Tick();
        var waiting = _rig.Enqueue(2);
        _rig.RespondToLast(400, "INVALID COMMUNITY ID");

        Assert.Equal("invalid_community", waiting.Code);
        Assert.Equal(0, _rig.Delivery.Outbox.Count);
    }

    [Fact]
    public void FirewallIsNotTheCadAndKeepsTheRemoval()
    {
        _rig = new DeliveryRig(ApiMode.V1);
        var reply = _rig.Enqueue(1);
        _rig.Tick();
        _rig.RespondToLast(401, "<html>");

        Assert.Empty(reply.Reports);
        Assert.Contains("A firewall in front of Sonoran CAD returned 401", Assert.Single(reply.Lines));
    }

    private void Clear(int callId, string text, double afterSeconds = 1.1)
    {
        _rig.Enqueue(callId);
        _rig.Tick(afterSeconds);
        _rig.RespondToLast(200, text);
    }
}
