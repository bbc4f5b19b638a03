using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

/// <summary>Which API version is in use for an account.</summary>
public sealed class EndpointVersionTests : EndpointSelectorTestBase
{
    private static readonly CadAccount Other = Account with { ApiKey = "key-2" };

    [Fact]
    public void OtherVersionIsTriedInTurn()
    {
        Endpoints.AlternateVersion();
        Assert.Equal("v2", Current);
        Endpoints.AlternateVersion();
        Assert.Equal("v1", Current);

        Start(ApiMode.V1);
        Miss();
        Endpoints.AlternateVersion();
        Assert.Equal("v1-typed", Current);
    }

    [Fact]
    public void SkippingLeadsToV2AndNotBack()
    {
        Assert.True(Endpoints.TrySkipApiVersion());
        Assert.Equal("v2", Current);
        Assert.False(Endpoints.TrySkipApiVersion());
        Assert.Equal("v2", Current);

        Start(ApiMode.V1);
        Assert.False(Endpoints.TrySkipApiVersion());
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void SkippedEndpointsCountAsMissing()
    {
        Endpoints.TrySkipApiVersion();

        Assert.Equal(MissingStep.Exhausted, Miss());
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void AccountWithoutV1FailsWithThatIfV2IsMissingToo()
    {
        Work();
        Assert.True(Endpoints.TryOtherApiVersion(Endpoints.Current, Account));
        Assert.Equal("v2", Current);

        var (step, error) = Endpoints.MarkMissing(Endpoints.Current, Account, CadErrors.EndpointNotFound);
        Assert.Equal((MissingStep.Exhausted, RemovalErrorKind.ApiNotEnabled), (step, error.Kind));
        Assert.Same(CadErrors.EndpointNotFound, Endpoints.MarkMissing(Endpoints.Current, Account, CadErrors.EndpointNotFound).Error);
    }

    [Fact]
    public void AnotherAccountMayHaveV1()
    {
        Endpoints.TryOtherApiVersion(Endpoints.Current, Account);

        var (step, error) = Endpoints.MarkMissing(Endpoints.Current, Other, CadErrors.EndpointNotFound);
        Assert.Equal((MissingStep.Switched, RemovalErrorKind.EndpointNotFound), (step, error.Kind));
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void RefusalOfV1ByAnEndpointNoLongerInUseIsRetriedOnTheCurrentOne()
    {
        var old = Endpoints.Current;
        Endpoints.TrySkipApiVersion();

        Assert.True(Endpoints.TryOtherApiVersion(old, Account));
        Assert.False(Endpoints.TryOtherApiVersion(Endpoints.Current, Account));
        Assert.Equal("v2", Current);
        Assert.Same(CadErrors.EndpointNotFound, Endpoints.MarkMissing(Endpoints.Current, Account, CadErrors.EndpointNotFound).Error);
    }

    [Fact]
    public void RefusedAccountReturnsToTheEndpointThatHasWorkedForIt()
    {
        var first = Endpoints.Current;
        Assert.False(Endpoints.TryReturnToWorking(first, Account));
        Work();
        Assert.False(Endpoints.TryReturnToWorking(first, Account));
        Endpoints.AlternateVersion();
        Assert.False(Endpoints.TryReturnToWorking(Endpoints.Current, Other));
        Assert.Equal("v2", Current);

        Assert.True(Endpoints.TryReturnToWorking(Endpoints.Current, Account));
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void WhatWorkedBeforeTheRestartWorkedForTheAccount()
    {
        Work();
        Start(ApiMode.Auto);
        Endpoints.AlternateVersion();

        Assert.True(Endpoints.TryReturnToWorking(Endpoints.Current, Other));
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void V1NeedsVerificationOnlyBesideV2()
    {
        Assert.False(Endpoints.IsUsable(Account));
        Endpoints.EndVerification(Account);
        Assert.True(Endpoints.IsUsable(Account));
        Assert.False(Endpoints.IsUsable(Other));
        Endpoints.TrySkipApiVersion();
        Assert.True(Endpoints.IsUsable(Other));

        Start(ApiMode.V1);
        Assert.True(Endpoints.IsUsable(Account));
        Start(ApiMode.V2);
        Assert.True(Endpoints.IsUsable(Account));
    }

    [Fact]
    public void FailedVerificationEndsTheWaitAndKeepsAnEarlierSuccess()
    {
        Endpoints.RequestVerification();
        Assert.True(Endpoints.IsVerificationRequested);
        Endpoints.EndVerification(Account);
        Endpoints.RequestVerification();
        Endpoints.EndVerification(null);

        Assert.False(Endpoints.IsVerificationRequested);
        Assert.True(Endpoints.IsUsable(Account));
    }
}
