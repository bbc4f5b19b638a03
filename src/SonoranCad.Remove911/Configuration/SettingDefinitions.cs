using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Every setting of config.json. A new one takes a row here and a property in <see cref="Settings"/>.</summary>
internal static class SettingDefinitions
{
    /// <summary>The settings in the order of config.json.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = new SettingDefinition[]
    {
        new SettingDefinition<string>(
            ConfigKeys.CommunityId, new TextSettingParser(), s => s.CommunityId, (s, v) => s.CommunityId = v)
        {
            IsAboutAccount = true,
        },
        new SettingDefinition<string>(ConfigKeys.ApiKey, new TextSettingParser(), s => s.ApiKey, (s, v) => s.ApiKey = v)
        {
            IsAboutAccount = true,
            IsSecret = true,
        },
        new SettingDefinition<int?>(ConfigKeys.ServerId, new ServerIdSettingParser(), s => s.ServerId, (s, v) => s.ServerId = v)
        {
            IsAboutAccount = true,
        },
        new SettingDefinition<string>("apiUrl", new ApiUrlSettingParser(), s => s.ApiUrl, (s, v) => s.ApiUrl = v)
        {
            IsAboutAccount = true,
        },
        new SettingDefinition<ApiMode>("api", new WordSettingParser<ApiMode>(), s => s.Api, (s, v) => s.Api = v),
        new SettingDefinition<string>("command", new CommandSettingParser(), s => s.Command, (s, v) => s.Command = v)
        {
            // The server cannot rename a command that is registered.
            IsReloadable = false,
        },
        new SettingDefinition<string>("locale", new LocaleSettingParser(), s => s.Locale, (s, v) => s.Locale = v),
        new SettingDefinition<NotificationMode>(
            "notify", new WordSettingParser<NotificationMode>(), s => s.Notify, (s, v) => s.Notify = v),
        new SettingDefinition<LogLevel>("logLevel", new WordSettingParser<LogLevel>(), s => s.LogLevel, (s, v) => s.LogLevel = v),
        new SettingDefinition<bool>("startupCheck", new FlagSettingParser(), s => s.StartupCheck, (s, v) => s.StartupCheck = v),
        new SettingDefinition<bool>("audit", new FlagSettingParser(), s => s.Audit, (s, v) => s.Audit = v),
        new SettingDefinition<string>(
            "discordWebhook", new WebhookSettingParser(), s => s.DiscordWebhook, (s, v) => s.DiscordWebhook = v)
        {
            IsSecret = true,
        },
        new SettingDefinition<int>(
            "maxAgeMinutes", new WholeNumberSettingParser(1, 1440), s => s.MaxAgeMinutes, (s, v) => s.MaxAgeMinutes = v),
        new SettingDefinition<int>("maxBatch", new WholeNumberSettingParser(1, 100), s => s.MaxBatch, (s, v) => s.MaxBatch = v),
        new SettingDefinition<int>(
            "maxWaiting", new WholeNumberSettingParser(50, 10_000), s => s.MaxWaiting, (s, v) => s.MaxWaiting = v),
        new SettingDefinition<double>(
            "v1IntervalSeconds", new NumberSettingParser(0.01, 60), s => s.V1IntervalSeconds, (s, v) => s.V1IntervalSeconds = v),
        new SettingDefinition<int>(
            "v2RequestsPerMinute",
            new WholeNumberSettingParser(1, 6000),
            s => s.V2RequestsPerMinute,
            (s, v) => s.V2RequestsPerMinute = v),
        new SettingDefinition<int>(
            "playerRequests", new WholeNumberSettingParser(1, 1000), s => s.PlayerRequests, (s, v) => s.PlayerRequests = v),
    };

    public static IReadOnlyList<string> Keys { get; } = All.Select(definition => definition.Key).ToList();

    /// <summary>The setting with exactly this key, or null.</summary>
    public static SettingDefinition? Find(string key) =>
        All.FirstOrDefault(definition => string.Equals(definition.Key, key, StringComparison.Ordinal));
}
