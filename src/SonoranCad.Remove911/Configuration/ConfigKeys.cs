using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Configuration;

/// <summary>The keys that config.json may hold, and the nearest one to a mistyped name.</summary>
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

    // Names further off than this are another word, and a wrong hint is worse than none.
    private const int MaxTypoDistance = 3;

    public static IReadOnlyList<string> All { get; } = new[]
    {
        CommunityId, ApiKey, ServerId, ApiUrl, Api, Command, Locale, Notify, LogLevel, StartupCheck, Audit, DiscordWebhook,
        MaxAgeMinutes, MaxBatch, MaxWaiting, V1IntervalSeconds, V2RequestsPerMinute, PlayerRequests,
    };

    /// <summary>Whether a key's value must never be shown.</summary>
    public static bool IsSecret(string key) => key is ApiKey or DiscordWebhook;

    /// <summary>The known key nearest to <paramref name="name"/>, or null where none is near.</summary>
    public static string? FindNearest(string name)
    {
        var nearest = All.OrderBy(key => Distance(name, key)).First();
        return Distance(name, nearest) <= MaxTypoDistance ? nearest : null;
    }

    // Levenshtein's distance without regard to case: «apikey» is nearest to apiKey.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxTypoDistance)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }
}
