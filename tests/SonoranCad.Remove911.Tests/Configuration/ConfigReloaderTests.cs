using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class ConfigReloaderTests
{
    private const string Account = "\"communityId\": \"c\", \"apiKey\": \"key-1\"";

    private readonly AccountRig _rig = new();
    private readonly SettingsMonitor _settings = new(new Settings());
    private int _changes;

    public ConfigReloaderTests()
    {
        Reload($"{{ {Account} }}");
        _settings.Changed += () => _changes++;
    }

    [Fact]
    public void ReloadAppliesEveryChange()
    {
        _rig.Convars["remove911:locale"] = "de";

        var result = Reload($$"""{ {{Account}}, "serverId": 2, "maxBatch": 7, "maxBach": 8 }""");

        Assert.Empty(result.Errors);
        Assert.Contains("maxBach", Assert.Single(result.Warnings).InEnglish());
        Assert.Equal(["serverId", "remove911:locale", "maxBatch"], result.ChangedNames);
        Assert.Equal((7, "de", 1), (_settings.Current.MaxBatch, _settings.Current.Locale, _changes));
        Assert.Equal(2, result.Resolution?.Account?.ServerId);
        Assert.Equal(2, _rig.Accounts.Account?.ServerId);
        Assert.False(result.NeedsRestart);
        Assert.False(result.WasAccountRefused);
        Assert.False(result.ConvarsChanged);
    }

    [Theory]
    [InlineData("{ \"apiKey\": \"key-2\", \"maxBatch\": 0 }", "maxBatch must be a whole number from 1 to 100, but is 0. Until then it is 50.")]
    [InlineData("{ \"apiKey\": ", "config.json is not valid JSON at line 1, column")]
    [InlineData(null, "There is no config.json in the resource's folder.")]
    public void ReloadAppliesNothingIfAnythingIsWrong(string? config, string error)
    {
        var before = _settings.Current;

        var result = Reload(config);

        Assert.StartsWith(error, Assert.Single(result.Errors).InEnglish());
        Assert.Null(result.Resolution);
        Assert.Empty(result.ChangedNames);
        Assert.Same(before, _settings.Current);
        Assert.Equal(0, _changes);
        Assert.Equal("key-1", _rig.Accounts.Account?.ApiKey);
    }

    [Fact]
    public void CommandChangesWithTheNextRestartOnly()
    {
        var result = Reload($$"""{ {{Account}}, "command": "del911", "maxBatch": 7 }""");

        Assert.True(result.NeedsRestart);
        Assert.Equal(["command", "maxBatch"], result.ChangedNames);
        Assert.Equal(("clear911", 7), (_settings.Current.Command, _settings.Current.MaxBatch));
    }

    [Fact]
    public void RefusedAccountGetsAnotherTry()
    {
        _rig.Accounts.MarkRefused(_rig.Accounts.Account!, CadErrors.InvalidApiKey);

        Assert.True(Reload(_rig.Config).WasAccountRefused);

        Assert.True(_rig.Accounts.IsReady);
        Assert.False(Reload(_rig.Config).WasAccountRefused);
    }

    [Theory]
    [InlineData("{ \"communityId\": \"c\" }", "key-2", true)]
    [InlineData("{ \"communityId\": \"c\" }", "key-1", false)]
    [InlineData("{ \"communityId\": \"c\" }", "", false)]
    [InlineData("{ \"communityId\": \"d\" }", "key-2", false)]
    public void AnotherAccountOfSonoranCadIsReportedUnlessTheFileChangedIt(string config, string key, bool isReported)
    {
        _rig.Convars["sonoran_apiKey"] = "key-1";
        Reload("{ \"communityId\": \"c\" }");
        _rig.Convars["sonoran_apiKey"] = key;

        Assert.Equal(isReported, Reload(config).ConvarsChanged);
    }

    private ReloadResult Reload(string? config)
    {
        _rig.Config = config;
        return new ConfigReloader(_rig.Loader, _rig.Accounts, _settings).Reload();
    }
}
