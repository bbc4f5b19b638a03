using System;
using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class EndpointSelectorTests
{
    private static readonly CadAccount Account = new("https://cad.example", "c", "key", 1);
    private static readonly CadAccount Other = Account with { ApiKey = "key-2" };

    private readonly FakeStore _stored = new();
    private readonly List<string> _log = [];
    private EndpointSelector _endpoints = null!;

    public EndpointSelectorTests() => Start(ApiMode.Auto);

    private string Current => _endpoints.Current.Name;

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
        Assert.False(_endpoints.HasWorked);
    }

    [Fact]
    public void MissOfAnEndpointNoLongerInUseChangesNothing()
    {
        var old = _endpoints.Current;
        Miss();

        Assert.Equal(MissingStep.Switched, _endpoints.MarkMissing(old, Account, CadErrors.EndpointNotFound).Step);
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
        Assert.Equal("v1", _stored.Get("endpoint"));
        Assert.Empty(_log);

        _endpoints.TrySkipApiVersion();
        Work();
        Work();
        Assert.Equal("v2", _stored.Get("endpoint"));
        Assert.Equal("Info: Sonoran CAD's endpoint v1 does not work, but v2 does and is used from now on.", Assert.Single(_log));
    }

    [Fact]
    public void SuccessOfAnEndpointNoLongerInUseIsIgnored()
    {
        var old = _endpoints.Current;
        _endpoints.TrySkipApiVersion();
        _endpoints.MarkWorking(old, Account);

        Assert.False(_endpoints.HasWorked);
        Assert.Null(_stored.Get("endpoint"));
    }

    [Fact]
    public void WorkingEndpointIsUsedAfterARestartAndItsChangeLogged()
    {
        _endpoints.TrySkipApiVersion();
        Work();
        _log.Clear();
        Start(ApiMode.Auto);
        Assert.Equal("v2", Current);
        Assert.False(_endpoints.HasWorked);
        Work();
        Assert.Empty(_log);

        _endpoints.AlternateVersion();
        Work();
        Assert.Contains("endpoint v2 does not work, but v1 does", Assert.Single(_log));
    }

    [Fact]
    public void OtherVersionIsTriedInTurn()
    {
        _endpoints.AlternateVersion();
        Assert.Equal("v2", Current);
        _endpoints.AlternateVersion();
        Assert.Equal("v1", Current);

        Start(ApiMode.V1);
        Miss();
        _endpoints.AlternateVersion();
        Assert.Equal("v1-typed", Current);
    }

    [Fact]
    public void SkippingLeadsToV2AndNotBack()
    {
        Assert.True(_endpoints.TrySkipApiVersion());
        Assert.Equal("v2", Current);
        Assert.False(_endpoints.TrySkipApiVersion());
        Assert.Equal("v2", Current);

        Start(ApiMode.V1);
        Assert.False(_endpoints.TrySkipApiVersion());
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void SkippedEndpointsCountAsMissing()
    {
        _endpoints.TrySkipApiVersion();

        Assert.Equal(MissingStep.Exhausted, Miss());
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void AccountWithoutV1FailsWithThatIfV2IsMissingToo()
    {
        Work();
        Assert.True(_endpoints.TryOtherApiVersion(_endpoints.Current, Account));
        Assert.Equal("v2", Current);

        var (step, error) = _endpoints.MarkMissing(_endpoints.Current, Account, CadErrors.EndpointNotFound);
        Assert.Equal((MissingStep.Exhausted, RemovalErrorKind.ApiNotEnabled), (step, error.Kind));
        Assert.Same(CadErrors.EndpointNotFound, _endpoints.MarkMissing(_endpoints.Current, Account, CadErrors.EndpointNotFound).Error);
    }

    [Fact]
    public void AnotherAccountMayHaveV1()
    {
        _endpoints.TryOtherApiVersion(_endpoints.Current, Account);

        var (step, error) = _endpoints.MarkMissing(_endpoints.Current, Other, CadErrors.EndpointNotFound);
        Assert.Equal((MissingStep.Switched, RemovalErrorKind.EndpointNotFound), (step, error.Kind));
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void RefusalOfV1ByAnEndpointNoLongerInUseIsRetriedOnTheCurrentOne()
    {
        var old = _endpoints.Current;
        _endpoints.TrySkipApiVersion();

        Assert.True(_endpoints.TryOtherApiVersion(old, Account));
        Assert.False(_endpoints.TryOtherApiVersion(_endpoints.Current, Account));
        Assert.Equal("v2", Current);
        Assert.Same(CadErrors.EndpointNotFound, _endpoints.MarkMissing(_endpoints.Current, Account, CadErrors.EndpointNotFound).Error);
    }

    [Fact]
    public void RefusedAccountReturnsToTheEndpointThatHasWorkedForIt()
    {
        var first = _endpoints.Current;
        Assert.False(_endpoints.TryReturnToWorking(first, Account));
        Work();
        Assert.False(_endpoints.TryReturnToWorking(first, Account));
        _endpoints.AlternateVersion();
        Assert.False(_endpoints.TryReturnToWorking(_endpoints.Current, Other));
        Assert.Equal("v2", Current);

        Assert.True(_endpoints.TryReturnToWorking(_endpoints.Current, Account));
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void WhatWorkedBeforeTheRestartWorkedForTheAccount()
    {
        Work();
        Start(ApiMode.Auto);
        _endpoints.AlternateVersion();

        Assert.True(_endpoints.TryReturnToWorking(_endpoints.Current, Other));
        Assert.Equal("v1", Current);
    }

    [Fact]
    public void V1NeedsVerificationOnlyBesideV2()
    {
        Assert.False(_endpoints.IsUsable(Account));
        _endpoints.EndVerification(Account);
        Assert.True(_endpoints.IsUsable(Account));
        Assert.False(_endpoints.IsUsable(Other));
        _endpoints.TrySkipApiVersion();
        Assert.True(_endpoints.IsUsable(Other));

        Start(ApiMode.V1);
        Assert.True(_endpoints.IsUsable(Account));
        Start(ApiMode.V2);
        Assert.True(_endpoints.IsUsable(Account));
    }

    [Fact]
    public void FailedVerificationEndsTheWaitAndKeepsAnEarlierSuccess()
    {
        _endpoints.RequestVerification();
        Assert.True(_endpoints.IsVerificationRequested);
        _endpoints.EndVerification(Account);
        _endpoints.RequestVerification();
        _endpoints.EndVerification(null);

        Assert.False(_endpoints.IsVerificationRequested);
        Assert.True(_endpoints.IsUsable(Account));
    }

    [Theory]
    [InlineData("Auto", "v2", true)]
    [InlineData("V2", "v2", true)]
    [InlineData("V1", "v1", false)]
    public void EndpointInUseStaysIfTheSettingsAllowIt(string api, string expected, bool hasWorked)
    {
        _endpoints.AlternateVersion();
        Work();
        _endpoints.Reconfigure(Create(Enum.Parse<ApiMode>(api)));

        Assert.Equal((expected, hasWorked), (Current, _endpoints.HasWorked));
    }

    [Fact]
    public void ChangedSettingsMakeEveryEndpointWorthATryAgain()
    {
        for (var i = 0; i < 5; i++)
        {
            Miss();
        }

        Assert.Equal("v2", Current);
        _endpoints.Reconfigure(Create(ApiMode.Auto));
        Assert.Equal("v2", Current);
        Assert.False(_endpoints.HasWorked);
        Assert.Equal(MissingStep.Switched, Miss());
    }

    private static IReadOnlyList<RemovalEndpoint> Create(ApiMode api) => RemovalEndpoint.CreateAll(api, "1.0.0", 50, new SecretRedactor());

    private void Start(ApiMode api)
    {
        var log = new Mock<ILog>();
        log.Setup(l => l.Write(It.IsAny<LogLevel>(), It.IsAny<Phrase>()))
            .Callback<LogLevel, Phrase>((level, line) => _log.Add($"{level}: {line.InEnglish()}"));
        var store = new DeliveryStore(new StoreAccess(_stored, new ExceptionGuard(log.Object)), new TickBudget(new FakeClock()));
        _endpoints = new EndpointSelector(Create(api), store, log.Object);
        _endpoints.Restore();
    }

    private void Work() => _endpoints.MarkWorking(_endpoints.Current, Account);

    private MissingStep Miss() => _endpoints.MarkMissing(_endpoints.Current, Account, CadErrors.EndpointNotFound).Step;
}
