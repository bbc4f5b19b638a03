using System;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Configuration;

/// <summary>What config.json says; each key that is missing or faulty there has its default here.</summary>
internal sealed class Settings
{
    public const string DefaultApiUrl = "https://api.sonorancad.com";
    public const string DefaultCommand = "clear911";

    /// <summary><c>communityId</c>: the CAD community's id; empty: the convar <c>sonoran_communityID</c> serves.</summary>
    public string CommunityId { get; set; } = string.Empty;

    /// <summary><c>apiKey</c>: the community's API key, a secret; empty: the convar <c>sonoran_apiKey</c> serves.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>
    /// <c>serverId</c>: the CAD's number of this game server, from 1; null (the default): the convar
    /// <c>sonoran_serverId</c> serves, and where that is empty too the request names no server.
    /// </summary>
    public int? ServerId { get; set; }

    /// <summary><c>apiUrl</c>: the CAD's address; https, or http on this machine alone.</summary>
    public string ApiUrl { get; set; } = DefaultApiUrl;

    /// <summary><c>api</c>: which of the CAD's API generations to use.</summary>
    public ApiMode Api { get; set; } = ApiMode.Auto;

    /// <summary><c>command</c>: the command's name without a slash; its permission is <c>command.&lt;name&gt;</c>.</summary>
    public string Command { get; set; } = DefaultCommand;

    /// <summary><c>locale</c>: the language, by its file in locales/: <c>en</c> (the default), <c>pt-BR</c>.</summary>
    public string Locale { get; set; } = LocaleFile.English;

    /// <summary><c>notify</c>: how players are answered.</summary>
    public NotificationMode Notify { get; set; } = NotificationMode.Auto;

    /// <summary><c>startupCheck</c>: whether the account is checked with one request at the start.</summary>
    public bool StartupCheck { get; set; } = true;

    /// <summary><c>audit</c>: whether each removal's end is written to a file in this resource's folder.</summary>
    public bool Audit { get; set; } = true;

    /// <summary><c>discordWebhook</c>: where each batch's end is posted, a secret; empty: nowhere.</summary>
    public string DiscordWebhook { get; set; } = string.Empty;

    /// <summary><c>logLevel</c>: error, warn, info (the default) or debug.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.Info;

    /// <summary><c>maxAgeMinutes</c>: how long a removal is tried, 1 to 1440 min.</summary>
    public int MaxAgeMinutes { get; set; } = 60;

    /// <summary><c>maxBatch</c>: the most calls in one request to API v1, 1 to 100.</summary>
    public int MaxBatch { get; set; } = 50;

    /// <summary><c>maxWaiting</c>: the most removals that wait at once, 50 to 10000; one player gets a tenth.</summary>
    public int MaxWaiting { get; set; } = 1000;

    /// <summary><c>v1IntervalSeconds</c>: the time between two requests to API v1, 0.01 to 60 s.</summary>
    public double V1IntervalSeconds { get; set; } = 1;

    /// <summary><c>v2RequestsPerMinute</c>: the most requests to API v2 in any minute, 1 to 6000.</summary>
    public int V2RequestsPerMinute { get; set; } = 10;

    /// <summary><c>playerRequests</c>: how many commands and events one player may send in 10 s, 1 to 1000.</summary>
    public int PlayerRequests { get; set; } = 5;

    /// <summary>The permission to use the command.</summary>
    public string Ace => "command." + Command;

    /// <summary>How long a removal is tried.</summary>
    public TimeSpan MaxAge => TimeSpan.FromMinutes(MaxAgeMinutes);

    /// <summary>The time between two requests to API v1.</summary>
    public TimeSpan V1Interval => TimeSpan.FromSeconds(V1IntervalSeconds);
}
