namespace SonoranCad.Remove911.Configuration;

/// <summary>The settings and their defaults. <see cref="SettingDefinitions"/> has their keys and the allowed values.</summary>
internal sealed class Settings
{
    public const string DefaultApiUrl = "https://api.sonorancad.com";
    public const string DefaultCommand = "clear911";

    /// <summary>The CAD community's id. If empty, the convar <c>sonoran_communityID</c> is used.</summary>
    public string CommunityId { get; set; } = string.Empty;

    /// <summary>The community's API key, a secret. If empty, the convar <c>sonoran_apiKey</c> is used.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>The CAD's number of this game server. If null, the convar <c>sonoran_serverId</c> is used, or else server 1 (v2) or none (v1).</summary>
    public int? ServerId { get; set; }

    /// <summary>The CAD's address: https, or http to this machine only.</summary>
    public string ApiUrl { get; set; } = DefaultApiUrl;

    public ApiMode Api { get; set; } = ApiMode.Auto;

    /// <summary>The command's name, without its slash.</summary>
    public string Command { get; set; } = DefaultCommand;

    /// <summary>The language, by the name of its file in locales/: <c>en</c>, <c>pt-BR</c>.</summary>
    public string Locale { get; set; } = LocaleFile.English;

    public NotificationMode Notify { get; set; } = NotificationMode.Auto;

    /// <summary>Whether one request checks the account at startup.</summary>
    public bool StartupCheck { get; set; } = true;

    /// <summary>Whether the outcome of each removal is written to a file in this resource's folder.</summary>
    public bool Audit { get; set; } = true;

    /// <summary>Where the outcome of each batch is posted, a secret. If empty, nothing is posted.</summary>
    public string DiscordWebhook { get; set; } = string.Empty;

    /// <inheritdoc cref="ClearAfter"/>
    public int ClearAfterMinutes { get; set; }

    /// <summary>Whether <see cref="ClearAfter"/> clears civil calls too.</summary>
    public bool ClearCivil { get; set; }

    public LogLevel LogLevel { get; set; } = LogLevel.Info;

    /// <inheritdoc cref="MaxAge"/>
    public int MaxAgeMinutes { get; set; } = 60;

    /// <summary>The maximum number of calls in one request to API v1.</summary>
    public int MaxBatch { get; set; } = 50;

    /// <summary>The maximum number of waiting removals; one player may have a tenth of it, but at least 50.</summary>
    public int MaxWaiting { get; set; } = 1000;

    /// <inheritdoc cref="V1Interval"/>
    public double V1IntervalSeconds { get; set; } = 1;

    /// <summary>The maximum number of requests to API v2 in any 60 seconds.</summary>
    public int V2RequestsPerMinute { get; set; } = 10;

    /// <summary>The maximum number of commands and events from one player in any 10 seconds.</summary>
    public int PlayerRequests { get; set; } = 5;

    /// <summary>The keys of the settings that convars have set.</summary>
    public HashSet<string> ConvarKeys { get; } = new(StringComparer.Ordinal);

    public string Ace => "command." + Command;

    /// <summary>Calls that have been open for longer are cleared automatically. If 0, none are.</summary>
    public TimeSpan ClearAfter => TimeSpan.FromMinutes(ClearAfterMinutes);

    /// <summary>How long a removal is retried before it expires.</summary>
    public TimeSpan MaxAge => TimeSpan.FromMinutes(MaxAgeMinutes);

    /// <summary>The time between two requests to API v1.</summary>
    public TimeSpan V1Interval => TimeSpan.FromSeconds(V1IntervalSeconds);
}

internal enum ApiMode
{
    /// <summary>Starts with v1 and switches to v2 if the CAD says that v1 is gone or not in the plan.</summary>
    Auto,
    V1,
    V2,
}

/// <summary>How players see replies. config.json uses these names, except that <see cref="OxLib"/> is ox_lib.</summary>
internal enum NotificationMode
{
    /// <summary>The vendor's resource if it runs, otherwise ox_lib if it runs, otherwise the chat.</summary>
    Auto,
    Chat,
    OxLib,
    SonoranCad,
}

/// <summary>The settings in use. A reload replaces them: read a setting at each use, or subscribe to <see cref="Changed"/>.</summary>
internal sealed class SettingsMonitor(Settings current)
{
    public event Action? Changed;

    public Settings Current { get; private set; } = current;

    public void Update(Settings settings)
    {
        Current = settings;
        Changed?.Invoke();
    }
}
