using System.Collections.Generic;

namespace SonoranCad.Remove911.Configuration;

/// <summary>The keys that config.json may hold.</summary>
internal static class ConfigKeys
{
    public const string CommunityId = "communityId";
    public const string ApiKey = "apiKey";
    public const string ServerId = "serverId";
    public const string ApiUrl = "apiUrl";
    public const string Command = "command";
    public const string LogLevel = "logLevel";
    public const string Locale = "locale";
    public const string Notify = "notify";
    public const string StartupCheck = "startupCheck";
    public const string Audit = "audit";
    public const string DiscordWebhook = "discordWebhook";

    public const string Api = "api";
    public const string MaxBatch = "maxBatch";
    public const string MaxAgeMinutes = "maxAgeMinutes";
    public const string MaxWaiting = "maxWaiting";
    public const string V1IntervalSeconds = "v1IntervalSeconds";
    public const string V2RequestsPerMinute = "v2RequestsPerMinute";
    public const string PlayerRequests = "playerRequests";

    public static IReadOnlyList<string> All { get; } = new[]
    {
        CommunityId, ApiKey, ServerId, ApiUrl, Api, Command, Locale, Notify, LogLevel, StartupCheck, Audit, DiscordWebhook,
        MaxAgeMinutes, MaxBatch, MaxWaiting, V1IntervalSeconds, V2RequestsPerMinute, PlayerRequests,
    };

    /// <summary>Whether a key's value must never be shown.</summary>
    public static bool IsSecret(string key) => key is ApiKey or DiscordWebhook;
}
