using System.Linq;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class RemovalServiceTests
{
    private readonly DeliveryRig _rig = new();
    private readonly FakeReply _reply = new();

    [Fact]
    public void ReadableCallsAreAccepted()
    {
        var callIds = new CallIdList();
        callIds.Add(1);
        callIds.Add(2);
        _rig.Delivery.Removals.Submit(Requester.Console, callIds, _reply);

        Assert.True(_rig.Delivery.Removals.IsPending(1));
        Assert.False(_rig.Delivery.Removals.IsPending(3));
        Assert.Equal(2, _rig.Delivery.Status.Waiting);
        Assert.Empty(_reply.Reports);
    }

    [Fact]
    public void NoCallIsAcceptedIfOneIsNotReadable()
    {
        var callIds = new CallIdList();
        callIds.Add(1);
        callIds.Refuse(RemovalErrors.NoCallId);
        _rig.Delivery.Removals.Submit(Requester.Console, callIds, _reply);

        Assert.Equal([null, 1], _reply.Reports.Single().Failed.Select(failed => failed.CallId));
        Assert.Equal("no_call_id", _reply.Code);
        Assert.Equal(0, _rig.Delivery.Status.Accepted);
    }

    [Fact]
    public void RequestWithoutACallIsRefused()
    {
        _rig.Delivery.Removals.Refuse(Requester.Console, RemovalErrors.NoCallId, _reply);

        Assert.Null(_reply.Reports.Single().Failed.Single().CallId);
    }
}
