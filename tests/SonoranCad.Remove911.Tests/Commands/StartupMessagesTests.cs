using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class StartupMessagesTests
{
    private const string Then =
        "Error: A change to config.json needs no restart: each clear911 reads it again. After a change to server.cfg, restart the server.";

    private static readonly ResourceInfo Resource = new("remove911", "1.2.3");

    private readonly Dictionary<string, string?> _convars = [];
    private readonly List<string> _logged = [];
    private readonly ILog _log;

    public StartupMessagesTests()
    {
        var log = new Mock<ILog>();
        log.Setup(l => l.Write(It.IsAny<LogLevel>(), It.IsAny<Phrase>())).Callback((LogLevel level, Phrase line) => _logged.Add($"{level}: {line.InEnglish()}"));
        _log = log.Object;
    }

    [Theory]
    [InlineData("", "Info: sonorancad-remove911 1.2.3 is ready: clear911 clears calls of community c at https://api.sonorancad.com. From config.json: communityId, apiKey.")]
    [InlineData(
        ", \"serverId\": 2",
        "Info: sonorancad-remove911 1.2.3 is ready: clear911 clears calls of community c at https://api.sonorancad.com, server 2. From config.json: communityId, apiKey, serverId.")]
    [InlineData(
        ", \"command\": \"clr\"",
        "Info: sonorancad-remove911 1.2.3 is ready: clr clears calls of community c at https://api.sonorancad.com. From config.json: communityId, apiKey.")]
    public void AccountThatIsReadyIsNamed(string more, string line)
    {
        Write($$"""{ "communityId": "c", "apiKey": "key-1"{{more}} }""");

        Assert.Equal([line], _logged);
    }

    [Fact]
    public void ConvarsThatAreInUseAreNamed()
    {
        _convars["sonoran_serverId"] = "3";
        Write("""{ "communityId": "c", "apiKey": "key-1" }""");

        Assert.EndsWith(", server 3. From config.json: communityId, apiKey. Set by convar: sonoran_serverId.", Assert.Single(_logged), StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorsAndWarningsComeFirst()
    {
        Write("""{ "communityId": "c", "apiKey": "key-1", "maxBatsh": 1, "maxBatch": 0 }""");

        Assert.Equal(["Error: maxBatch must b", "Warn: config.json cont", "Info: sonorancad-remov"], _logged.Select(line => line[..22]));
    }

    [Fact]
    public void MissingAccountTakesThreeLines()
    {
        Write("{}");

        Assert.Equal("Error: No call can be cleared yet: communityId and apiKey have no value.", _logged[0]);
        Assert.StartsWith("Error: Set communityId and apiKey in config.json in the folder of remove911, or with a convar", _logged[1], StringComparison.Ordinal);
        Assert.EndsWith(
            "put \"add_convar_permission remove911 read sonoran_apiKey\" into server.cfg, and \"exec @sonorancad/sonorancad.cfg\" below it, before \"ensure remove911\".",
            _logged[1],
            StringComparison.Ordinal);
        Assert.Equal(Then, _logged[2]);
        Assert.Equal(3, _logged.Count);
    }

    [Theory]
    [InlineData("", "key-1", "communityId", "Set communityId in config.json in the folder of remove911, or with the convar remove911:communityId", "which sets the convar sonoran_communityID.")]
    [InlineData("c", "", "apiKey", "The resource sonorancad is running, but the convar sonoran_apiKey is empty", "Admin, In-Game Integration, API).")]
    [InlineData("c", null, "apiKey", "The resource sonorancad is running (the convar sonoran_communityID is set), but remove911 cannot read sonoran_apiKey.", "Admin, In-Game Integration, API).")]
    public void EachReasonHasItsFix(string community, string? key, string missing, string beginning, string end)
    {
        _convars["sonoran_communityID"] = community;
        _convars["sonoran_apiKey"] = key;
        Write("{}");

        Assert.Equal($"Error: No call can be cleared yet: {missing} has no value.", _logged[0]);
        Assert.StartsWith("Error: " + beginning, _logged[1], StringComparison.Ordinal);
        Assert.EndsWith(end, _logged[1], StringComparison.Ordinal);
        Assert.Equal(Then, _logged[2]);
    }

    [Fact]
    public void AccountThatComesLaterIsAWarning()
    {
        _convars["sonoran_communityID"] = "protection_initialized";
        Write("{}");

        Assert.Equal(["Warn: No call can be cleared until the resource sonorancad has started, because the account comes from it."], _logged);
    }

    [Fact]
    public void InvalidServerOfTheVendorIsAnError()
    {
        _convars["sonoran_serverId"] = "one";
        Write("""{ "communityId": "c", "apiKey": "key-1" }""");

        Assert.StartsWith("Error: This server's Sonoran CAD account is not valid: the convar sonoran_serverId", Assert.Single(_logged), StringComparison.Ordinal);
    }

    [Fact]
    public void InvalidAccountIsReportedOnce()
    {
        Write("""{ "communityId": "c", "apiKey": 7 }""");

        Assert.StartsWith("Error: apiKey must be text in double quotes", Assert.Single(_logged), StringComparison.Ordinal);
    }

    private void Write(string config)
    {
        var convars = new Mock<IConvars>();
        convars.Setup(c => c.Get(It.IsAny<string>())).Returns((string name) => _convars.GetValueOrDefault(name, string.Empty));
        var file = ConfigReader.Read(config);
        StartupMessages.Write(_log, file, new AccountResolver(convars.Object).Resolve(file), Resource);
    }
}
