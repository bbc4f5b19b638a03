using System;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class EndpointSelectorTests : EndpointSelectorTestBase
{
    [Fact]
    public void EndpointsAreTriedInTheirOrderUntilAllAreMissing()
    {
        Assert.Equal("v1", Current);
        Assert.Equal(MissingStep.Switched, Miss());
        Assert.Equal("v1-typed", Current);
        Assert.Equal(MissingStep.Switched, Miss());
        Assert.Equal("v2", Current);
        Assert.Equal(MissingStep.Exhausted, Miss());
        Assert.Equal("v1", Current);
        Assert.Equal(MissingStep.Exhausted, Miss());
        Assert.Equal("v1-typed", Current);
    }

    [Fact]
    public void OnlyEndpointIsExhaustedAtOnce()
    {
        Start(ApiMode.V2);

        Assert.Equal(MissingStep.Exhausted, Miss());
        Assert.Equal(MissingStep.Exhausted, Miss());
        Assert.Equal("v2", Current);
    }

    [Fact]
    public void WorkingEndpointIsGivenUpAtItsThirdMissInARow()
    {
        Work();
        Assert.Equal(MissingStep.RetrySame, Miss());
        Assert.Equal(MissingStep.RetrySame, Miss());
        Work();
        Assert.Equal(MissingStep.RetrySame, Miss());
        Assert.Equal(MissingStep.RetrySame, Miss());
        Assert.Equal("v1", Current);

        Assert.Equal(MissingStep.Switched, Miss());
        Assert.Equal("v1-typed", Current);
        Assert.False(Endpoints.HasWorked);
    }

    [Fact]
    public void MissOfAnEndpointNoLongerInUseChangesNothing()
    {
        var old = Endpoints.Current;
        Miss();

        Assert.Equal(MissingStep.Switched, Endpoints.MarkMissing(old, Account, CadErrors.EndpointNotFound).Step);
        Assert.Equal("v1-typed", Current);
    }

    [Fact]
    public void OutageOfAllEndpointsEndsAtTheOneThatHasWorked()
    {
        Work();
        for (var i = 0; i < 4; i++)
        {
            Miss();
        }

        Assert.Equal("v2", Current);
        Assert.Equal(MissingStep.RetrySame, Miss());
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void SuccessOfAnEndpointMakesTheOthersWorthATryAgain()
    {
        Miss();
        Miss();
        Work();
        Miss();
        Miss();
        Miss();

        Assert.Equal("v1", Current);
        Assert.Equal(MissingStep.Switched, Miss());
    }

    [Fact]
    public void ChangeOfTheWorkingEndpointIsStoredAndLoggedOnce()
    {
        Work();
        Assert.Equal("v1", Stored.Get("endpoint"));
        Assert.Empty(Log);

        Endpoints.TrySkipApiVersion();
        Work();
        Work();
        Assert.Equal("v2", Stored.Get("endpoint"));
        Assert.Equal("Info: Sonoran CAD's endpoint v1 does not work, but v2 does and is used from now on.", Assert.Single(Log));
    }

    [Fact]
    public void SuccessOfAnEndpointNoLongerInUseIsIgnored()
    {
        var old = Endpoints.Current;
        Endpoints.TrySkipApiVersion();
        Endpoints.MarkWorking(old, Account);

        Assert.False(Endpoints.HasWorked);
        Assert.Null(Stored.Get("endpoint"));
    }

    [Fact]
    public void WorkingEndpointIsUsedAfterARestartAndItsChangeLogged()
    {
        Endpoints.TrySkipApiVersion();
        Work();
        Log.Clear();
        Start(ApiMode.Auto);
        Assert.Equal("v2", Current);
        Assert.False(Endpoints.HasWorked);
        Work();
        Assert.Empty(Log);

        Endpoints.AlternateVersion();
        Work();
        Assert.Contains("endpoint v2 does not work, but v1 does", Assert.Single(Log));
    }

    [Theory]
    [InlineData("Auto", "v2", true)]
    [InlineData("V2", "v2", true)]
    [InlineData("V1", "v1", false)]
    public void EndpointInUseStaysIfTheSettingsAllowIt(string api, string expected, bool hasWorked)
    {
        Endpoints.AlternateVersion();
        Work();
        Endpoints.Reconfigure(Create(Enum.Parse<ApiMode>(api)));

        Assert.Equal((expected, hasWorked), (Current, Endpoints.HasWorked));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void ChangedSettingsMakeEveryEndpointWorthATryAgain(int misses)
    {
        for (var i = 0; i < misses; i++)
        {
            Miss();
        }

        Assert.Equal("v2", Current);
        Endpoints.Reconfigure(Create(ApiMode.Auto));
        Assert.Equal("v2", Current);
        Assert.False(Endpoints.HasWorked);
        Assert.Equal(MissingStep.Switched, Miss());
    }
}
