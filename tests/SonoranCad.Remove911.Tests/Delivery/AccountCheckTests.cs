using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class AccountCheckTests
{
    private const string V1Path = "/general/get_version";
    private const string V2Path = "/v2/general/version";
    private const string NotEnabled = "API IS NOT ENABLED FOR THIS COMMUNITY";

    private DeliveryRig _rig = null!;

    public AccountCheckTests() => Start(ApiMode.V1);

    private AccountCheck Check => _rig.Delivery.AccountCheck;

    [Fact]
    public void CheckGoesOutOneSecondAfterItIsScheduled()
    {
        Assert.False(Check.NeedsTick);
        Assert.True(Check.Schedule());
        Assert.True(Check.NeedsTick);

        _rig.Tick(0.999);
        Assert.Empty(_rig.Sent);
        _rig.Tick(0.001);

        Assert.EndsWith(V1Path, Assert.Single(_rig.Sent).Request.Url);
        Assert.False(Check.NeedsTick);
    }

    [Fact]
    public void ResultIsLoggedOnceAndRaised()
    {
        var raised = 0;
        Check.Checked += (account, result) => raised += account == _rig.Accounts.Account && result.Plan == "3" ? 1 : 100;
        Check.Schedule();
        _rig.Tick(1);
        _rig.RespondToLast(200, "3");
        _rig.Tick(100);

        Assert.Single(_rig.Console, line => line.Contains("The account works"));
        Assert.Equal(1, raised);
        Assert.Null(Check.Refusal);
        Assert.Single(_rig.Sent);
    }

    [Fact]
    public void DisabledCheckIsNotScheduled()
    {
        _rig.Apply(new Settings { StartupCheck = false });

        Assert.False(Check.Schedule());
        Assert.False(Check.NeedsTick);
        _rig.Tick(2);
        Assert.Empty(_rig.Sent);
    }

    [Fact]
    public void NothingIsScheduledWithoutAccount()
    {
        _rig.Accounts.Reload(ConfigReader.Read("{}"));

        Assert.False(Check.Schedule());
    }

    [Fact]
    public void ScheduledCheckIsDroppedIfTheAccountIsGone()
    {
        Check.Schedule();
        _rig.Accounts.Reload(ConfigReader.Read("{}"));
        _rig.Tick(1);
        _rig.Enqueue(1);
        _rig.Tick(1);

        Assert.False(Check.NeedsTick);
        Assert.DoesNotContain(_rig.Sent, sent => sent.Request.Url.EndsWith(V1Path, StringComparison.Ordinal));
    }

    [Fact]
    public void RefusalIsKnownUntilTheNextCheck()
    {
        Check.Schedule();
        _rig.Tick(1);
        _rig.RespondToLast(400, "INVALID API KEY");
        Assert.Equal(RemovalErrorKind.InvalidApiKey, Check.Refusal!.Kind);

        Check.Schedule();
        Assert.Null(Check.Refusal);
        _rig.Tick(2);
        _rig.RespondToLast(503);
        Assert.Null(Check.Refusal);
    }

    [Fact]
    public void ResponseToAnEarlierCheckIsIgnored()
    {
        Start(ApiMode.V2);
        Check.Schedule();
        _rig.Tick(1);
        Check.Schedule();
        _rig.Tick(1);
        _rig.Respond(0, 200, """{"name":"OLD"}""");
        _rig.Tick(0.02);
        Assert.DoesNotContain(_rig.Console, line => line.Contains("plan OLD"));

        _rig.Respond(1, 200, """{"name":"NEW"}""");
        _rig.Tick(0.02);
        Assert.Single(_rig.Console, line => line.Contains("plan NEW"));
    }

    [Theory]
    [InlineData(400, NotEnabled)]
    [InlineData(200, "1")]
    [InlineData(404, "")]
    public void AutoTriesV2OnceIfV1DoesNotServe(int status, string text)
    {
        Start(ApiMode.Auto);
        Check.Schedule();
        _rig.Tick(1);
        _rig.RespondToLast(status, text);
        Assert.DoesNotContain(_rig.Console, line => line.Contains("account"));
        Assert.EndsWith(V2Path, _rig.Sent[1].Request.Url);
        _rig.RespondToLast(404);
        _rig.Tick(100);

        Assert.Equal(2, _rig.Sent.Count);
        Assert.Single(_rig.Console);
    }

    [Fact]
    public void AutoTriesV1IfTheV2InUseHasNoVersionRequest()
    {
        _rig.Store.Set("endpoint", "v2");
        _rig.Apply(new Settings { Api = ApiMode.Auto });
        _rig.Start();
        _rig.ReadAccount();
        Check.Schedule();
        _rig.Tick(1);
        Assert.EndsWith(V2Path, _rig.Sent[0].Request.Url);
        _rig.RespondToLast(404);

        Assert.EndsWith(V1Path, _rig.Sent[1].Request.Url);
    }

    [Theory]
    [InlineData(400, "INVALID API KEY")]
    [InlineData(503, "")]
    public void AutoDoesNotTryV2AfterOtherErrors(int status, string text)
    {
        Start(ApiMode.Auto);
        Check.Schedule();
        _rig.Tick(1);
        _rig.RespondToLast(status, text);
        _rig.Tick(100);

        Assert.Single(_rig.Sent);
    }

    [Fact]
    public void OtherVersionIsNotTriedIfTheOwnerChoseOne()
    {
        Check.Schedule();
        _rig.Tick(1);
        _rig.RespondToLast(400, NotEnabled);
        _rig.Tick(100);

        Assert.Single(_rig.Sent);
        Assert.Equal(RemovalErrorKind.ApiNotEnabled, Check.Refusal!.Kind);
    }

    [Fact]
    public void RemovalThatWaitsForVerificationIsCheckedAtOnceAndQuietly()
    {
        Start(ApiMode.Auto);
        _rig.Enqueue(1);
        Assert.False(Check.NeedsTick);
        _rig.Tick();
        Assert.EndsWith(V1Path, _rig.Sent.Single().Request.Url);
        Assert.False(Check.NeedsTick);
        _rig.Tick();
        Assert.Single(_rig.Sent);

        _rig.RespondToLast(200, "3");
        _rig.Tick(1.1);
        Assert.Equal([1], _rig.Calls(1));
        Assert.Empty(_rig.Console);
    }

    [Fact]
    public void ScheduledCheckGoesOutAtOnceIfARemovalWaitsForIt()
    {
        Start(ApiMode.Auto);
        Check.Schedule();
        _rig.Enqueue(1);
        _rig.Tick(0.1);
        _rig.RespondToLast(200, "3");
        _rig.Tick(2);

        Assert.Equal([1], _rig.Calls(1));
        Assert.Single(_rig.Console, line => line.Contains("The account works"));
    }

    private void Start(ApiMode api)
    {
        _rig = new DeliveryRig(api) { IsV1Verified = false };
        _rig.ReadAccount();
    }
}
