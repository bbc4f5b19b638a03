namespace SonoranCad.Remove911.Configuration;

/// <summary>Every setting of config.json. A new one takes a row here and a property in <see cref="Settings"/>.</summary>
internal static class SettingDefinitions
{
    /// <summary>The settings in the order of config.json.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = new SettingDefinition[]
    {
        Define(ConfigKeys.CommunityId, new TextSettingParser(), s => s.CommunityId, (s, v) => s.CommunityId = v, isAboutAccount: true),
        Define(ConfigKeys.ApiKey, new TextSettingParser(), s => s.ApiKey, (s, v) => s.ApiKey = v, isAboutAccount: true, isSecret: true),
        Define(ConfigKeys.ServerId, new ServerIdSettingParser(), s => s.ServerId, (s, v) => s.ServerId = v, isAboutAccount: true),
        Define("apiUrl", new ApiUrlSettingParser(), s => s.ApiUrl, (s, v) => s.ApiUrl = v, isAboutAccount: true),
        Define("api", new WordSettingParser<ApiMode>(), s => s.Api, (s, v) => s.Api = v),

        // The server cannot rename a command that is registered.
        Define("command", new CommandSettingParser(), s => s.Command, (s, v) => s.Command = v, isReloadable: false),
        Define("locale", new LocaleSettingParser(), s => s.Locale, (s, v) => s.Locale = v),
        Define("notify", new WordSettingParser<NotificationMode>(), s => s.Notify, (s, v) => s.Notify = v),
        Define("logLevel", new WordSettingParser<LogLevel>(), s => s.LogLevel, (s, v) => s.LogLevel = v),
        Define("startupCheck", new FlagSettingParser(), s => s.StartupCheck, (s, v) => s.StartupCheck = v),
        Define("audit", new FlagSettingParser(), s => s.Audit, (s, v) => s.Audit = v),
        Define("discordWebhook", new WebhookSettingParser(), s => s.DiscordWebhook, (s, v) => s.DiscordWebhook = v, isSecret: true),
        Define("maxAgeMinutes", new WholeNumberSettingParser(1, 1440), s => s.MaxAgeMinutes, (s, v) => s.MaxAgeMinutes = v),
        Define("maxBatch", new WholeNumberSettingParser(1, 100), s => s.MaxBatch, (s, v) => s.MaxBatch = v),
        Define("maxWaiting", new WholeNumberSettingParser(50, 10_000), s => s.MaxWaiting, (s, v) => s.MaxWaiting = v),
        Define("v1IntervalSeconds", new NumberSettingParser(0.01, 60), s => s.V1IntervalSeconds, (s, v) => s.V1IntervalSeconds = v),
        Define("v2RequestsPerMinute", new WholeNumberSettingParser(1, 6000), s => s.V2RequestsPerMinute, (s, v) => s.V2RequestsPerMinute = v),
        Define("playerRequests", new WholeNumberSettingParser(1, 1000), s => s.PlayerRequests, (s, v) => s.PlayerRequests = v),
    };

    public static IReadOnlyList<string> Keys { get; } = All.Select(definition => definition.Key).ToList();

    /// <summary>The setting with this key, in any case, or null.</summary>
    public static SettingDefinition? Find(string key) =>
        All.FirstOrDefault(definition => string.Equals(definition.Key, key, StringComparison.OrdinalIgnoreCase));

    private static SettingDefinition<T> Define<T>(
        string key,
        SettingParser<T> parser,
        Func<Settings, T> get,
        Action<Settings, T> set,
        bool isAboutAccount = false,
        bool isSecret = false,
        bool isReloadable = true) =>
        new(key, parser, get, set) { IsAboutAccount = isAboutAccount, IsSecret = isSecret, IsReloadable = isReloadable };
}
