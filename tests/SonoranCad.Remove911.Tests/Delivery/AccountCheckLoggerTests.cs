using System;
using Moq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class AccountCheckLoggerTests
{
    private const string NotEnabled = "Sonoran CAD's API is not enabled for community grove, so removals will be refused.";
    private const string NotEnabledHint = "API v1 is not enabled for the community, so removals go over API v2.";

    private static readonly CadAccount Account = new("https://cad.example", "grove", "key", 1);
    private static readonly VersionResult V1NotEnabled = Failed(ApiVersion.V1, RemovalErrorKind.ApiNotEnabled);
    private static readonly VersionResult V2Accepted = new(ApiVersion.V2, 200, null) { Plan = "PLUS" };

    private readonly Mock<ILog> _log = new();
    private readonly AccountCheckLogger _logger;
    private (LogLevel Level, string Text) _line;

    public AccountCheckLoggerTests()
    {
        _log.Setup(log => log.Write(It.IsAny<LogLevel>(), It.IsAny<Phrase>()))
            .Callback<LogLevel, Phrase>((level, line) => _line = (level, line.InEnglish()));
        _logger = new AccountCheckLogger(new SettingsMonitor(new Settings()), _log.Object);
    }

    [Theory]
    [InlineData("ApiNotEnabled", "Error", NotEnabled + " Enable it in the CAD's settings, then type clear911 reload.")]
    [InlineData("InvalidCommunity", "Error", "Sonoran CAD does not know community grove, so removals will be refused. Correct communityId in config.json (or the convar sonoran_communityID;")]
    [InlineData("InvalidApiKey", "Error", "Sonoran CAD knows the community but not this API key, so removals will be refused. Copy the key from the CAD (Admin, In-Game Integration, API) into apiKey in config.json (or the convar sonoran_apiKey), then type clear911 reload.")]
    [InlineData("Unauthorized", "Error", "Sonoran CAD knows the community but not this API key")]
    [InlineData("Forbidden", "Error", "Sonoran CAD, or a firewall in front of it, refuses this server (403).")]
    [InlineData("Intercepted", "Warn", "The account could not be checked: a firewall between this server and cad.example returned 418.")]
    [InlineData("EndpointNotFound", "Warn", "The account could not be checked: cad.example does not support the version request.")]
    [InlineData("NoConnection", "Error", "cad.example could not be reached.")]
    [InlineData("NoResponse", "Error", "cad.example could not be reached.")]
    [InlineData("NotSent", "Error", "The account could not be checked: the game server did not send the request.")]
    [InlineData("RateLimited", "Warn", "The account could not be checked: Sonoran CAD returned an error (418).")]
    [InlineData("ServerError", "Warn", "The account could not be checked: Sonoran CAD returned an error (418).")]
    [InlineData("Redirected", "Error", "cad.example redirects (418).")]
    [InlineData("Rejected", "Warn", "The account could not be checked: Sonoran CAD rejected the version request (418) without giving a reason.")]
    [InlineData("UnexpectedResponse", "Warn", "Something other than Sonoran CAD responded at cad.example (418).")]
    public void ErrorIsLoggedWithItsFix(string kind, string level, string start)
    {
        _logger.Log(Account, Failed(ApiVersion.V1, Enum.Parse<RemovalErrorKind>(kind)), null);

        Assert.Equal(level, _line.Level.ToString());
        Assert.StartsWith(start, _line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RejectionIsLoggedInTheWordsOfTheCad()
    {
        _logger.Log(Account, new VersionResult(ApiVersion.V1, 400, CadErrors.Rejected(400, "NOT ON MONDAYS")), null);

        Assert.Contains("rejected the version request (400): \"NOT ON MONDAYS\"", _line.Text);
    }

    [Theory]
    [InlineData("InvalidApiKey")]
    [InlineData("Unauthorized")]
    public void KeyThatV2RefusesMayAlsoMeanThatTheApiIsOff(string kind)
    {
        _logger.Log(Account, Failed(ApiVersion.V2, Enum.Parse<RemovalErrorKind>(kind)), null);

        Assert.StartsWith("Sonoran CAD does not accept the API key over API v2, or the API is off", _line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AccountThatV1AcceptsIsLoggedWithCommunityAndPlan()
    {
        _logger.Log(Account, new VersionResult(ApiVersion.V1, 200, null) { Plan = "3" }, null);

        Assert.Equal((LogLevel.Info, "The account works: Sonoran CAD knows community grove and its API key (plan 3)."), _line);
    }

    [Fact]
    public void PlanWithoutV1IsAnError()
    {
        _logger.Log(Account, new VersionResult(ApiVersion.V1, 200, null) { Plan = "1", LacksV1 = true }, null);

        Assert.Equal(LogLevel.Error, _line.Level);
        Assert.StartsWith("Sonoran CAD knows community grove and its API key, but its plan (1) does not include API v1", _line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AccountThatOnlyV2AcceptsIsLoggedWithTheReason()
    {
        _logger.Log(Account, V2Accepted, V1NotEnabled);

        Assert.Equal((LogLevel.Info, "The account works: Sonoran CAD accepts the API key over API v2 (plan PLUS). " + NotEnabledHint), _line);
    }

    [Fact]
    public void MissingVersionRequestOfV1SaysNothingAboutThePlan()
    {
        _logger.Log(Account, V2Accepted, Failed(ApiVersion.V1, RemovalErrorKind.EndpointNotFound));

        Assert.Equal("The account works: Sonoran CAD accepts the API key over API v2 (plan PLUS).", _line.Text);
    }

    [Fact]
    public void ResultOfV1IsLoggedIfV2HasNoVersionRequest()
    {
        _logger.Log(Account, Failed(ApiVersion.V2, RemovalErrorKind.EndpointNotFound), V1NotEnabled);

        Assert.StartsWith(NotEnabled, _line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(NotEnabledHint, _line.Text);
    }

    [Fact]
    public void OtherErrorOfV2IsLogged()
    {
        _logger.Log(Account, Failed(ApiVersion.V2, RemovalErrorKind.NoResponse), V1NotEnabled);

        Assert.StartsWith("cad.example could not be reached.", _line.Text, StringComparison.Ordinal);
        Assert.EndsWith(NotEnabledHint, _line.Text, StringComparison.Ordinal);
    }

    private static VersionResult Failed(ApiVersion apiVersion, RemovalErrorKind kind) => new(apiVersion, 418, new RemovalError(kind, new Phrase("log.error")));
}
