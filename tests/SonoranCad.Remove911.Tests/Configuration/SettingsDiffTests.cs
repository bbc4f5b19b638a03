using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Logging;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class SettingsDiffTests
{
    private static readonly Settings Other = new()
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

    [Fact]
    public void EverySettingIsCompared() =>
        Assert.Equal(SettingDefinitions.All, SettingsDiff.Between(new Settings(), Other));

    [Fact]
    public void EqualSettingsDoNotDiffer()
    {
        Assert.Empty(SettingsDiff.Between(Other, Other));
        Assert.Empty(SettingsDiff.Between(new Settings(), new Settings()));
    }

    [Fact]
    public void CopyChangesOnlyItsSetting()
    {
        foreach (var definition in SettingDefinitions.All)
        {
            var copy = new Settings();
            definition.Copy(Other, copy);

            Assert.Same(definition, Assert.Single(SettingsDiff.Between(new Settings(), copy)));
            Assert.Equal(definition.ValueIn(Other), definition.ValueIn(copy));
        }
    }
}
