using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Which keys differ between two states of the settings; never their values, which may be secrets.</summary>
internal static class SettingsDiff
{
    private static readonly (string Key, Func<Settings, object?> Value)[] Values =
    {
        (ConfigKeys.CommunityId, settings => settings.CommunityId),
        (ConfigKeys.ApiKey, settings => settings.ApiKey),
        (ConfigKeys.ServerId, settings => settings.ServerId),
        (ConfigKeys.ApiUrl, settings => settings.ApiUrl),
        (ConfigKeys.Api, settings => settings.Api),
        (ConfigKeys.Command, settings => settings.Command),
        (ConfigKeys.Locale, settings => settings.Locale),
        (ConfigKeys.Notify, settings => settings.Notify),
        (ConfigKeys.LogLevel, settings => settings.LogLevel),
        (ConfigKeys.StartupCheck, settings => settings.StartupCheck),
        (ConfigKeys.Audit, settings => settings.Audit),
        (ConfigKeys.DiscordWebhook, settings => settings.DiscordWebhook),
        (ConfigKeys.MaxAgeMinutes, settings => settings.MaxAgeMinutes),
        (ConfigKeys.MaxBatch, settings => settings.MaxBatch),
        (ConfigKeys.MaxWaiting, settings => settings.MaxWaiting),
        (ConfigKeys.V1IntervalSeconds, settings => settings.V1IntervalSeconds),
        (ConfigKeys.V2RequestsPerMinute, settings => settings.V2RequestsPerMinute),
        (ConfigKeys.PlayerRequests, settings => settings.PlayerRequests),
    };

    /// <summary>The keys whose values differ, in the order of config.json.</summary>
    public static IReadOnlyList<string> Between(Settings before, Settings after) =>
        Values.Where(value => !Equals(value.Value(before), value.Value(after))).Select(value => value.Key).ToList();
}
