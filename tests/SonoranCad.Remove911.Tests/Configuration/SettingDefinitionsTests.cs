using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class SettingDefinitionsTests
{
    [Fact]
    public void EverySettablePropertyHasDefinition() =>
        Assert.Equal(
            typeof(Settings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal),
            SettingDefinitions.Keys.Select(key => char.ToUpperInvariant(key[0]) + key[1..]).Order(StringComparer.Ordinal));

    [Fact]
    public void DefinitionsAreInOrderOfShippedConfig() =>
        Assert.Equal(JObject.Parse(Repository.Text("config.json")).Properties().Select(property => property.Name), SettingDefinitions.Keys);

    [Fact]
    public void OnlyApiKeyAndWebhookAreSecrets() =>
        Assert.Equal(["apiKey", "discordWebhook"], KeysWhere(definition => definition.IsSecret));

    [Fact]
    public void OnlyAccountSettingsAreMarkedAsSuch() =>
        Assert.Equal(["communityId", "apiKey", "serverId", "apiUrl"], KeysWhere(definition => definition.IsAboutAccount));

    [Fact]
    public void ReloadAppliesEverythingExceptCommand() =>
        Assert.Equal(["command"], KeysWhere(definition => !definition.IsReloadable));

    [Fact]
    public void NumberIsAcceptedWithinItsRangeOnly()
    {
        foreach (var definition in SettingDefinitions.All)
        {
            if (definition.Range is { } range)
            {
                Assert.Equal(range.Min, ValueOf(definition, range.Min));
                Assert.Equal(range.Max, ValueOf(definition, range.Max));
                Assert.Single(Read(definition, range.Min - 0.001).Errors);
                Assert.Single(Read(definition, range.Max + 1).Errors);
            }
        }
    }

    [Fact]
    public void OnlyClearAfterMinutesMayBeZeroOutsideItsRange() =>
        Assert.Equal(["clearAfterMinutes"], KeysWhere(definition => definition.Range is { OrZero: true }));

    [Theory]
    [InlineData("0", 0, "")]
    [InlineData("5", 5, "")]
    [InlineData("10080", 10080, "")]
    [InlineData("1", 0, "clearAfterMinutes must be 0 or a whole number from 5 to 10080, but is 1. Until then it is 0.")]
    [InlineData("4", 0, "clearAfterMinutes must be 0 or a whole number from 5 to 10080, but is 4. Until then it is 0.")]
    [InlineData("-5", 0, "clearAfterMinutes must be 0 or a whole number from 5 to 10080, but is -5. Until then it is 0.")]
    [InlineData("7.5", 0, "clearAfterMinutes must be 0 or a whole number from 5 to 10080, but is 7.5. Until then it is 0.")]
    [InlineData("10081", 0, "clearAfterMinutes must be 0 or a whole number from 5 to 10080, but is 10081. Until then it is 0.")]
    public void ClearAfterMinutesIsZeroOrAtLeastFive(string written, int value, string error)
    {
        var file = ConfigReader.Read($$"""{ "clearAfterMinutes": {{written}} }""");

        Assert.Equal(value, file.Settings.ClearAfterMinutes);
        Assert.Equal(error, string.Concat(file.Errors.Select(line => line.InEnglish())));
    }

    [Fact]
    public void EveryAllowedWordIsAccepted()
    {
        foreach (var definition in SettingDefinitions.All.Where(definition => definition.Words.Length > 0))
        {
            Assert.All(definition.Words, word => Assert.Empty(Read(definition, word.Text).Errors));
            Assert.Equal(definition.Words.Length, definition.Words.Select(word => definition.ValueIn(Read(definition, word.Text).Settings)).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("communityId")]
    [InlineData("apiKey")]
    [InlineData("serverId")]
    [InlineData("apiUrl")]
    public void InvalidAccountSettingDoesNotFallBackToCurrentOne(string key)
    {
        var current = new Settings { CommunityId = "c", ApiKey = "k", ServerId = 2, ApiUrl = "https://cad.example" };

        var file = ConfigReader.Read($$"""{ "{{key}}": [] }""", new ConfigFile(current));

        var definition = SettingDefinitions.Find(key)!;
        Assert.Equal(definition.ValueIn(new Settings()), definition.ValueIn(file.Settings));
        Assert.NotNull(file.AccountError);
    }

    [Theory]
    [InlineData("\"maxBatch\": 0", "Until then it is 7.")]
    [InlineData("\"logLevel\": \"loud\"", "Until then it is \"debug\".")]
    [InlineData("\"notify\": 1", "Until then it is \"ox_lib\".")]
    [InlineData("\"api\": 1", "Until then it is \"v2\".")]
    [InlineData("\"locale\": \"..\"", "Until then it is \"de\".")]
    [InlineData("\"audit\": 1", "Until then it is false.")]
    [InlineData("\"command\": \"/\"", "until then the command is /del911.")]
    [InlineData("\"discordWebhook\": 1", "Until then the current one stays in use.")]
    [InlineData("\"apiUrl\": 1", "Set it to \"https://api.sonorancad.com\", or remove it.")]
    public void ErrorNamesFallbackValue(string setting, string expected)
    {
        var current = new Settings
        {
            ApiUrl = "https://cad.example",
            MaxBatch = 7,
            LogLevel = LogLevel.Debug,
            Notify = NotificationMode.OxLib,
            Api = ApiMode.V2,
            Locale = "de",
            Audit = false,
            Command = "del911",
            DiscordWebhook = "https://d.example",
        };

        var error = Assert.Single(ConfigReader.Read("{" + setting + "}", new ConfigFile(current)).Errors).InEnglish();

        Assert.EndsWith(expected, error);
        Assert.DoesNotContain("d.example", error);
    }

    [Theory]
    [InlineData("{ \"apiKey\": [\"SECRET\"] }")]
    [InlineData("{ \"discordWebhook\": \"SECRET\" }")]
    public void ErrorOfASecretHoldsNoValueAtAll(string config)
    {
        var error = Assert.Single(ConfigReader.Read(config, new ConfigFile(new Settings { DiscordWebhook = "https://d.example" })).Errors);

        Assert.Equal((string.Empty, string.Empty), (error.Value("but"), error.Value("standard")));
    }

    private static IEnumerable<string> KeysWhere(Func<SettingDefinition, bool> predicate) =>
        SettingDefinitions.All.Where(predicate).Select(definition => definition.Key);

    private static double ValueOf(SettingDefinition definition, double number)
    {
        var file = Read(definition, number);
        Assert.Empty(file.Errors);
        return Convert.ToDouble(definition.ValueIn(file.Settings), null);
    }

    // Integers are written without a fraction: the parser of serverId rejects 1.0.
    private static ConfigFile Read(SettingDefinition definition, JToken value) =>
        ConfigReader.Read(new JObject { [definition.Key] = value.Type == JTokenType.Float && (double)value % 1 == 0 ? (long)value : value }.ToString());
}
