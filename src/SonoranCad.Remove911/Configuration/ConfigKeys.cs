namespace SonoranCad.Remove911.Configuration;

/// <summary>The keys of config.json that messages name. <see cref="SettingDefinitions.Keys"/> has all of them.</summary>
internal static class ConfigKeys
{
    public const string CommunityId = "communityId";
    public const string ApiKey = "apiKey";
    public const string ServerId = "serverId";
}
