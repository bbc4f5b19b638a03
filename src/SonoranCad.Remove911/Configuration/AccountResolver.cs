using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>
/// Finds the CAD account: in config.json, and for each value that is empty there in the convar that the vendor's resource
/// publishes. Source: shared names of the vendor's FiveM resource.
/// </summary>
internal sealed class AccountResolver
{
    public const string CommunityConvar = "sonoran_communityID";
    public const string KeyConvar = "sonoran_apiKey";
    public const string ServerConvar = "sonoran_serverId";

    // What the vendor's resource publishes before it knows the value.
    private const string Unset = "protection_initialized";

    private readonly IConvars _convars;

    public AccountResolver(IConvars convars)
    {
        _convars = convars;
    }

    public AccountResolution Read(ConfigFile file)
    {
        if (file.AccountError is not null)
        {
            return AccountResolution.Faulty(file.AccountError);
        }

        var settings = file.Settings;
        var community = settings.CommunityId.Length > 0 ? settings.CommunityId : Convar(CommunityConvar);
        var key = settings.ApiKey.Length > 0 ? settings.ApiKey : Convar(KeyConvar);
        if (community.Length == 0 || key.Length == 0)
        {
            return AccountResolution.Lacking(Missing(community, key), isKeyWithheld: community.Length > 0 && settings.CommunityId.Length == 0);
        }

        var server = settings.ServerId;
        var serverConvar = server is null ? Convar(ServerConvar) : string.Empty;
        if (serverConvar.Length > 0)
        {
            server = SettingDefinitions.ParseServerId(serverConvar);
            if (server is null)
            {
                return AccountResolution.Faulty(
                    new Phrase("config.server_convar").With("convar", ServerConvar).With("key", ConfigKeys.ServerId));
            }
        }

        return AccountResolution.Of(new CadAccount(settings.ApiUrl, community, key, server));
    }

    private string Convar(string name)
    {
        var value = _convars.Get(name).Trim();
        return value == Unset ? string.Empty : value;
    }

    private static Phrase Missing(string community, string key) => (community.Length, key.Length) switch
    {
        (0, 0) => new Phrase("config.two_keys").With("first", ConfigKeys.CommunityId).With("second", ConfigKeys.ApiKey),
        (0, _) => new Phrase("config.one_key").With("key", ConfigKeys.CommunityId),
        _ => new Phrase("config.one_key").With("key", ConfigKeys.ApiKey),
    };
}
