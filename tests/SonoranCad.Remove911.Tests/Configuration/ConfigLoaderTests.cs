using System.Collections.Generic;
using System.Globalization;
using Moq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class ConfigLoaderTests
{
    private readonly Dictionary<string, string> _convars = [];
    private readonly Dictionary<string, string> _files = new() { ["config.json"] = Repository.Text("config.json") };

    public static TheoryData<string> Keys => [.. SettingDefinitions.Keys];

    [Fact]
    public void MissingFileUsesDefaults()
    {
        _files.Clear();

        var file = Load();

        Assert.True(file.IsMissing);
        Assert.Empty(file.Errors);
        Assert.Empty(SettingDefinitions.Compare(new Settings(), file.Settings));
        Assert.Equal("There is no config.json, so the defaults are used.", Assert.Single(file.Warnings).InEnglish());
    }

    [Fact]
    public void MisnamedFileIsReported()
    {
        _files.Clear();
        _files["config.json.txt"] = "{}";

        var file = Load();

        Assert.True(file.IsMissing);
        Assert.StartsWith("The file is named config.json.txt, so it is not read. Rename it", Assert.Single(file.Warnings).InEnglish());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EverySettingCanBeSetByConvar(string key)
    {
        var definition = SettingDefinitions.Find(key)!;
        var value = SettingSamples.Other(definition);
        _convars["remove911:" + key] = ((JValue)value).ToString(CultureInfo.InvariantCulture);

        var file = Load();

        Assert.Empty(file.Errors);
        Assert.Equal(definition.ValueIn(SettingSamples.FileWithOther(definition).Settings), definition.ValueIn(file.Settings));
        Assert.Equal([definition], SettingDefinitions.Compare(new Settings(), file.Settings));
        Assert.Equal([definition], SettingDefinitions.SetByConvar(file.Settings));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void BlankConvarIsNotSet(string value)
    {
        _convars["remove911:maxBatch"] = value;

        var file = Load();

        Assert.Equal(50, file.Settings.MaxBatch);
        Assert.Empty(file.Errors);
        Assert.Empty(SettingDefinitions.SetByConvar(file.Settings));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData(" True ", true)]
    [InlineData("1", true)]
    [InlineData("FALSE", false)]
    [InlineData("0", false)]
    public void FlagMayBeWrittenAsWordOrDigit(string value, bool expected)
    {
        _files["config.json"] = expected ? """{ "audit": false }""" : """{ "audit": true }""";
        _convars["remove911:audit"] = value;

        var file = Load();

        Assert.Equal(expected, file.Settings.Audit);
        Assert.Empty(file.Errors);
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("2.0", 2)]
    [InlineData(" 1e1 ", 10)]
    public void NumberIsReadInEveryCulture(string value, double expected)
    {
        _convars["remove911:v1IntervalSeconds"] = value;

        Assert.Equal(expected, Load().Settings.V1IntervalSeconds);
    }

    [Theory]
    [InlineData("communityId")]
    [InlineData("apiKey")]
    [InlineData("serverId")]
    [InlineData("discordWebhook")]
    public void NullEmptiesWhatTheFileSets(string key)
    {
        var definition = SettingDefinitions.Find(key)!;
        _files["config.json"] = new JObject { [key] = SettingSamples.Other(definition) }.ToString();
        _convars["remove911:" + key] = "null";

        var file = Load();

        Assert.Empty(file.Errors);
        Assert.Equal(definition.ValueIn(new Settings()), definition.ValueIn(file.Settings));
    }

    [Theory]
    [InlineData("maxBatch", "0", "remove911:maxBatch must be a whole number from 1 to 100, but is \"0\". Until then it is 50.")]
    [InlineData("maxBatch", "1,0", "remove911:maxBatch must be a whole number from 1 to 100, but is \"1,0\".")]
    [InlineData("maxBatch", "0x10", "remove911:maxBatch must be a whole number")]
    [InlineData("maxBatch", "null", "remove911:maxBatch must be a whole number from 1 to 100, but is null.")]
    [InlineData("v1IntervalSeconds", "NaN", "remove911:v1IntervalSeconds must be a number from 0.01 to 60")]
    [InlineData("v1IntervalSeconds", "1e999", "remove911:v1IntervalSeconds must be a number from 0.01 to 60")]
    [InlineData("audit", "yes", "remove911:audit must be true or false, but is \"yes\". Until then it is true.")]
    [InlineData("locale", "../x", "remove911:locale must name a language")]
    [InlineData("notify", "toast", "remove911:notify must be one of")]
    [InlineData("command", "/clear911", "remove911:command must be 1 to 32 letters")]
    public void WrongConvarIsNamedAndReplacedByFallback(string key, string value, string expected)
    {
        _convars["remove911:" + key] = value;

        var file = Load();

        Assert.StartsWith(expected, Assert.Single(file.Errors).InEnglish());
        Assert.Null(file.AccountError);
        Assert.Empty(SettingDefinitions.Compare(new Settings(), file.Settings));
    }

    [Theory]
    [InlineData("communityId", "SE CRET", "remove911:communityId contains a space")]
    [InlineData("apiKey", "SE CRET", "remove911:apiKey contains a space")]
    [InlineData("serverId", "one", "remove911:serverId must be a whole number of 1 or more, or null, but is \"one\"")]
    [InlineData("apiUrl", "https://u:SECRET@x", "remove911:apiUrl must not contain a user name or password")]
    [InlineData("apiUrl", "http://192.0.2.1", "remove911:apiUrl must begin with https://")]
    public void WrongConvarOfAccountBlocksSending(string key, string value, string expected)
    {
        _files["config.json"] = """{ "communityId": "c", "apiKey": "k", "serverId": 2, "apiUrl": "https://cad.example" }""";
        _convars["remove911:" + key] = value;

        var file = Load();

        Assert.StartsWith(expected, file.AccountError!.InEnglish());
        Assert.DoesNotMatch("SE ?CRET", file.AccountError!.InEnglish());
        Assert.Equal(SettingDefinitions.Find(key)!.ValueIn(new Settings()), SettingDefinitions.Find(key)!.ValueIn(file.Settings));
    }

    [Fact]
    public void WrongWebhookConvarIsNotShown()
    {
        _convars["remove911:discordWebhook"] = "SECRET";

        var error = Assert.Single(Load().Errors).InEnglish();

        Assert.StartsWith("remove911:discordWebhook must be a full https address", error);
        Assert.DoesNotContain("SECRET", error);
    }

    [Fact]
    public void ValueThatAConvarOverridesIsNotChecked()
    {
        _files["config.json"] = """{ "serverId": "here by mistake", "maxBatch": [] }""";
        _convars["remove911:serverId"] = "2";
        _convars["remove911:maxBatch"] = "7";

        var file = Load();

        Assert.Empty(file.Errors);
        Assert.Equal((2, 7), (file.Settings.ServerId, file.Settings.MaxBatch));
    }

    [Fact]
    public void UnreadableFileBlocksSendingWhateverTheConvarsSay()
    {
        _files["config.json"] = "{";
        _convars["remove911:communityId"] = "c";
        _convars["remove911:apiKey"] = "k";

        Assert.NotNull(Load().AccountError);
    }

    private ConfigFile Load()
    {
        var files = new Mock<IResourceFiles>();
        files.Setup(f => f.Read(It.IsAny<string>())).Returns((string name) => _files.GetValueOrDefault(name));
        var convars = new Mock<IConvars>();
        convars.Setup(c => c.Get(It.IsAny<string>())).Returns((string name) => _convars.GetValueOrDefault(name));
        return new ConfigLoader(files.Object, convars.Object).Load();
    }
}
