using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>The check keeps to the limits of the CAD.</summary>
public sealed class AccountCheckClientTests
{
    private DeliveryRig _rig = null!;

    private AccountCheck Check => _rig.Delivery.AccountCheck;

    [Fact]
    public void CheckOfV1CountsAgainstTheLimitOfRemovals()
    {
        Start(ApiMode.V1);
        Check.Schedule();
        _rig.Tick(0.5);
        _rig.Enqueue(1);
        _rig.Tick(0.4);
        _rig.RespondToLast(200);
        _rig.Tick(0.5);
        Assert.Single(_rig.Sent);
        Assert.True(Check.NeedsTick);
        _rig.Tick(0.6);
        Assert.EndsWith("/general/get_version", _rig.Sent[1].Request.Url);

        _rig.RespondToLast(200, "3");
        _rig.Enqueue(2);
        _rig.Tick(0.5);
        Assert.Equal(2, _rig.Sent.Count);
        _rig.Tick(0.6);
        Assert.Equal([2], _rig.Calls(2));
    }

    [Fact]
    public void V2AllowsTenChecksAMinuteApartFromRemovals()
    {
        Start(ApiMode.V2);
        for (var i = 0; i < 12; i++)
        {
            Check.Schedule();
            _rig.Tick(1);
            _rig.Respond(_rig.Sent.Count - 1, 200, """{"name":"PLUS"}""");
            _rig.Tick(0);
        }

        Assert.Equal(10, _rig.Sent.Count);
        _rig.Tick(51);
        Assert.Equal(11, _rig.Sent.Count);
        Assert.False(_rig.Store.Values.ContainsKey("sent:v2"));
    }

    private void Start(ApiMode api)
    {
        _rig = new DeliveryRig(api) { IsV1Verified = false };
        _rig.ReadAccount();
    }
}
