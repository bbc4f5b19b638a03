using static SonoranCad.Remove911.Configuration.SettingParsers;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Every setting. A new one takes a row here and a property in <see cref="Settings"/>.</summary>
internal static class SettingDefinitions
{
    /// <summary>The settings in the order of config.json.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(nameof(Settings.CommunityId), Text) { IsAboutAccount = true },
        new(nameof(Settings.ApiKey), Text) { IsAboutAccount = true, IsSecret = true },
        new(nameof(Settings.ServerId), ServerId) { IsAboutAccount = true, Range = new(1, int.MaxValue) },
        new(nameof(Settings.ApiUrl), ApiUrl) { IsAboutAccount = true },
        new(nameof(Settings.Api), Word),

        // The server cannot rename a command that is registered.
        new(nameof(Settings.Command), CommandName) { IsReloadable = false },
        new(nameof(Settings.Locale), Locale),
        new(nameof(Settings.Notify), Word),
        new(nameof(Settings.LogLevel), Word),
        new(nameof(Settings.StartupCheck), Flag),
        new(nameof(Settings.Audit), Flag),
        new(nameof(Settings.DiscordWebhook), Webhook) { IsSecret = true },
        new(nameof(Settings.ClearAfterMinutes), WholeNumber) { Range = new(5, 10_080, OrZero: true) },
        new(nameof(Settings.ClearCivil), Flag),
        new(nameof(Settings.MaxAgeMinutes), WholeNumber) { Range = new(1, 1440) },
        new(nameof(Settings.MaxBatch), WholeNumber) { Range = new(1, 100) },
        new(nameof(Settings.MaxWaiting), WholeNumber) { Range = new(50, 10_000) },
        new(nameof(Settings.V1IntervalSeconds), Number) { Range = new(0.01, 60) },
        new(nameof(Settings.V2RequestsPerMinute), WholeNumber) { Range = new(1, 6000) },
        new(nameof(Settings.PlayerRequests), WholeNumber) { Range = new(1, 1000) },
    ];

    public static IReadOnlyList<string> Keys { get; } = All.Select(definition => definition.Key).ToList();

    /// <summary>The setting with this key, in any case, or null.</summary>
    public static SettingDefinition? Find(string key) =>
        All.FirstOrDefault(definition => string.Equals(definition.Key, key, StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<SettingDefinition> SetByConvar(Settings settings) =>
        All.Where(definition => settings.ConvarKeys.Contains(definition.Key));

    /// <summary>The settings that differ. Gives their definitions only, because the values may be secrets.</summary>
    public static IReadOnlyList<SettingDefinition> Compare(Settings before, Settings after) =>
        All.Where(definition => !Equals(definition.ValueIn(before), definition.ValueIn(after))).ToList();
}
