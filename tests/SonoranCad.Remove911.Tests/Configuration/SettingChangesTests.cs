using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class SettingChangesTests
{
    [Fact]
    public void EveryKeyIsCompared()
    {
        var other = new Settings
        {
            CommunityId = "c",
            ApiKey = "k",
            ServerId = 2,
            ApiUrl = "https://cad.example",
            Api = ApiMode.V2,
            Command = "del911",
            Locale = "de",
            Notify = NotificationMode.OxLib,
            LogLevel = LogLevel.Debug,
            StartupCheck = false,
            Audit = false,
            DiscordWebhook = "https://d.example",
            MaxAgeMinutes = 61,
            MaxBatch = 51,
            MaxWaiting = 1001,
            V1IntervalSeconds = 1.5,
            V2RequestsPerMinute = 11,
            PlayerRequests = 6,
        };

        Assert.Equal(ConfigKeys.All, SettingsDiff.Between(new Settings(), other));
        Assert.Equal(ConfigKeys.All.Count, typeof(Settings).GetProperties().Length);
        Assert.Empty(SettingsDiff.Between(other, other));
        Assert.Empty(SettingsDiff.Between(new Settings(), new Settings()));
    }

    [Theory]
    [InlineData("\"maxBatch\": 0", "Until then it is 7.")]
    [InlineData("\"logLevel\": \"loud\"", "Until then it is \"debug\".")]
    [InlineData("\"notify\": 1", "Until then it is \"ox_lib\".")]
    [InlineData("\"api\": 1", "Until then it is \"v2\".")]
    [InlineData("\"locale\": \"..\"", "Until then it is \"de\".")]
    [InlineData("\"audit\": 1", "Until then it is false.")]
    [InlineData("\"command\": \"/\"", "until then /del911 is the command.")]
    [InlineData("\"discordWebhook\": 1", "Until then the one in use stays.")]
    public void AFaultNamesWhatServesInItsPlace(string setting, string expected)
    {
        var running = new Settings
        {
            MaxBatch = 7,
            LogLevel = LogLevel.Debug,
            Notify = NotificationMode.OxLib,
            Api = ApiMode.V2,
            Locale = "de",
            Audit = false,
            Command = "del911",
            DiscordWebhook = "https://d.example",
        };

        var error = Assert.Single(ConfigReader.Read("{" + setting + "}", running).Errors).InEnglish();

        Assert.EndsWith(expected, error);
        Assert.DoesNotContain("d.example", error);
    }
}
