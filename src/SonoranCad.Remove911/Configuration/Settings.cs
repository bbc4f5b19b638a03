using SonoranCad.Remove911.Messages;

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

    /// <summary><c>command</c>: the command's name without a slash; its permission is <c>command.&lt;name&gt;</c>.</summary>
    public string Command { get; set; } = DefaultCommand;

    /// <summary><c>logLevel</c>: error, warn, info (the default) or debug.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.Info;
}
