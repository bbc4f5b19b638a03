using System.Collections.Generic;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class AccountResolverTests
{
    private readonly Dictionary<string, string> _convars = [];

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
        Assert.DoesNotContain("SECRET", $"{new CadAccount("https://cad.example", "c", "SECRET", 1)}");

    [Fact]
    public void ServerIdIsOptional() =>
        Assert.Null(Read("""{ "communityId": "c", "apiKey": "k" }""").Account!.ServerId);

    [Theory]
    [InlineData("{}", "communityId and apiKey")]
    [InlineData("""{ "communityId": "c" }""", "apiKey")]
    [InlineData("""{ "apiKey": "k" }""", "communityId")]
    public void MissingSettingsAreNamed(string config, string missing)
    {
        _convars["sonoran_communityID"] = "protection_initialized";
        _convars["sonoran_apiKey"] = "protection_initialized";

        var reading = Read(config);

        Assert.Equal(missing, reading.MissingKeys!.InEnglish());
        Assert.Equal("not_configured", reading.Error!.Code);
    }

    [Fact]
    public void InvalidServerIdConvarIsReported()
    {
        _convars["sonoran_serverId"] = "first";

        var reading = Read("""{ "communityId": "c", "apiKey": "k" }""");

        Assert.Null(reading.Account);
        Assert.Equal("invalid_configuration", reading.Error!.Code);
        Assert.Contains("sonoran_serverId", reading.Error.Message.InEnglish());
    }

    [Fact]
    public void InvalidFileIsNotCompletedFromConvars()
    {
        _convars["sonoran_communityID"] = "c";
        _convars["sonoran_apiKey"] = "k";

        Assert.Equal("invalid_configuration", Read("""{ "serverId": "x" }""").Error!.Code);
    }

    private AccountResolution Read(string config)
    {
        var convars = new Mock<IConvars>();
        convars.Setup(c => c.Get(It.IsAny<string>())).Returns((string name) => _convars.GetValueOrDefault(name, string.Empty));
        var loader = new ConfigLoader(Mock.Of<IResourceFiles>(files => files.Read("config.json") == config), convars.Object);
        return new AccountResolver(convars.Object).Resolve(loader.Load());
    }
}
