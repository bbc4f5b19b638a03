using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class AccountResolverTests
{
    private readonly Dictionary<string, string?> _convars = [];

    [Fact]
    public void ConfigOverridesConvars()
    {
        _convars["sonoran_communityID"] = "other";
        _convars["sonoran_apiKey"] = "other";
        _convars["sonoran_serverId"] = "9";

        var account = Read("""{ "communityId": "c", "apiKey": "k", "serverId": 2 }""").Account!;

        Assert.Equal(("c", "k", 2), (account.CommunityId, account.ApiKey, account.ServerId));
    }

    [Fact]
    public void ConvarsFillEmptySettings()
    {
        _convars["sonoran_communityID"] = "c";
        _convars["sonoran_apiKey"] = " k ";
        _convars["sonoran_serverId"] = "9";

        var account = Read("{}").Account!;

        Assert.Equal(("c", "k", 9), (account.CommunityId, account.ApiKey, account.ServerId));
    }

    [Fact]
    public void OwnConvarsComeBeforeThoseOfSonoranCad()
    {
        _convars["sonoran_communityID"] = "other";
        _convars["sonoran_apiKey"] = "k";
        _convars["remove911:communityId"] = "c";
        _convars["remove911:serverId"] = "null";
        _convars["sonoran_serverId"] = "9";

        var resolution = Read("""{ "communityId": "file", "serverId": 2 }""");

        Assert.Equal(("c", "k", 9), (resolution.Account!.CommunityId, resolution.Account.ApiKey, resolution.Account.ServerId));
        Assert.Empty(resolution.FileKeys);
        Assert.Equal(["remove911:communityId", "remove911:serverId", "sonoran_apiKey", "sonoran_serverId"], resolution.ConvarNames);
    }

    [Fact]
    public void SourcesOfTheAccountAreNamed()
    {
        _convars["sonoran_apiKey"] = "k";
        _convars["remove911:apiUrl"] = "https://cad.example";
        _convars["remove911:locale"] = "de";

        var resolution = Read("""{ "communityId": "c", "serverId": 2 }""");

        Assert.Equal(["communityId", "serverId"], resolution.FileKeys);
        Assert.Equal(["remove911:apiUrl", "sonoran_apiKey"], resolution.ConvarNames);
    }

    [Fact]
    public void SourcesOfAnIncompleteAccountAreNamedToo()
    {
        _convars["remove911:apiKey"] = "k";

        var resolution = Read("""{ "serverId": 2 }""");

        Assert.Null(resolution.Account);
        Assert.Equal(["serverId"], resolution.FileKeys);
        Assert.Equal(["remove911:apiKey"], resolution.ConvarNames);
    }

    [Fact]
    public void AccountDoesNotShowItsKey() =>
        Assert.Equal("c https://cad.example", $"{new CadAccount("https://cad.example", "c", "SECRET", 1)}");

    [Fact]
    public void ServerIdIsOptional() =>
        Assert.Null(Read("""{ "communityId": "c", "apiKey": "k" }""").Account!.ServerId);

    [Theory]
    [InlineData("{}", "communityId and apiKey", "have")]
    [InlineData("""{ "communityId": "c" }""", "apiKey", "has")]
    [InlineData("""{ "apiKey": "k" }""", "communityId", "has")]
    public void MissingSettingsAreNamed(string config, string missing, string verb)
    {
        _convars["sonoran_communityID"] = "protection_initialized";
        _convars["sonoran_apiKey"] = "protection_initialized";

        var reading = Read(config);

        Assert.Equal(missing, reading.MissingKeys!.InEnglish());
        Assert.Equal("not_configured", reading.Error!.Code);
        Assert.Contains($"{missing} {verb} no value.", reading.Error.Message.InEnglish());
        Assert.Equal(verb == "have", reading.AreBothKeysMissing);
    }

    [Theory]
    [InlineData("{}", null, null, MissingAccountReason.NotSet)]
    [InlineData("{}", "", "", MissingAccountReason.NotSet)]
    [InlineData("""{ "communityId": "c" }""", null, null, MissingAccountReason.NotSet)]
    [InlineData("{}", null, "k", MissingAccountReason.CommunityNotSet)]
    [InlineData("""{ "apiKey": "k" }""", null, null, MissingAccountReason.CommunityNotSet)]
    [InlineData("""{ "apiKey": "k" }""", null, "protection_initialized", MissingAccountReason.CommunityNotSet)]
    [InlineData("{}", "protection_initialized", null, MissingAccountReason.SonoranCadNotStarted)]
    [InlineData("{}", "c", "protection_initialized", MissingAccountReason.SonoranCadNotStarted)]
    [InlineData("""{ "apiKey": "k" }""", "protection_initialized", null, MissingAccountReason.SonoranCadNotStarted)]
    [InlineData("{}", "c", null, MissingAccountReason.KeyUnreadable)]
    [InlineData("""{ "communityId": "c" }""", "protection_initialized", null, MissingAccountReason.KeyUnreadable)]
    [InlineData("{}", "c", "", MissingAccountReason.KeyNotPublished)]
    internal void ReasonOfAMissingAccountIsFound(string config, string? communityConvar, string? keyConvar, MissingAccountReason reason)
    {
        _convars["sonoran_communityID"] = communityConvar;
        _convars["sonoran_apiKey"] = keyConvar;

        Assert.Equal(reason, Read(config).MissingReason);
    }

    [Fact]
    public void InvalidServerIdConvarIsReported()
    {
        _convars["sonoran_serverId"] = "first";

        var reading = Read("""{ "communityId": "c", "apiKey": "k" }""");

        Assert.Null(reading.Account);
        Assert.Equal("invalid_configuration", reading.Error!.Code);
        Assert.Contains("the convar sonoran_serverId is not a whole number of 1 or more. Correct it, or set serverId in", reading.Error.Message.InEnglish());
    }

    [Fact]
    public void InvalidFileIsNotCompletedFromConvars()
    {
        _convars["sonoran_communityID"] = "c";
        _convars["sonoran_apiKey"] = "k";

        var error = Read("""{ "serverId": "x" }""").Error!;

        Assert.Equal("invalid_configuration", error.Code);
        Assert.StartsWith("This server's Sonoran CAD account is not valid: serverId must be a whole number of 1 or more, or null. Write", error.Message.InEnglish());
    }

    private AccountResolution Read(string config)
    {
        var convars = new Mock<IConvars>();
        convars.Setup(c => c.Get(It.IsAny<string>())).Returns((string name) => _convars.GetValueOrDefault(name, string.Empty));
        var loader = new ConfigLoader(Mock.Of<IResourceFiles>(files => files.Read("config.json") == config), convars.Object);
        return new AccountResolver(convars.Object).Resolve(loader.Load());
    }
}
