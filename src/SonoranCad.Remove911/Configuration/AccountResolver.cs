namespace SonoranCad.Remove911.Configuration;

/// <summary>
/// Finds the CAD account. A value that is empty in config.json comes from the convar that the vendor's resource publishes.
/// Source: shared names of the vendor's FiveM resource.
/// </summary>
internal sealed class AccountResolver(IConvars convars)
{
    public const string CommunityConvar = "sonoran_communityID";
    public const string KeyConvar = "sonoran_apiKey";
    public const string ServerConvar = "sonoran_serverId";

    // The vendor's resource publishes this until it knows the value.
    private const string UninitializedValue = "protection_initialized";

    public AccountResolution Resolve(ConfigFile file)
    {
        if (file.AccountError is not null)
        {
            return AccountResolution.Invalid(file.AccountError);
        }

        var settings = file.Settings;
        var community = settings.CommunityId.Length > 0 ? settings.CommunityId : ReadConvar(CommunityConvar);
        var key = settings.ApiKey.Length > 0 ? settings.ApiKey : ReadConvar(KeyConvar);
        if (community.Length == 0 || key.Length == 0)
        {
            return AccountResolution.Incomplete(MissingKeys(community, key), community.Length + key.Length == 0, FindReason(settings, key));
        }

        var serverId = settings.ServerId;
        var serverIdText = serverId is null ? ReadConvar(ServerConvar) : string.Empty;
        if (serverIdText.Length > 0)
        {
            serverId = ServerIdSettingParser.ParseText(serverIdText);
            if (serverId is null)
            {
                return AccountResolution.Invalid(
                    new Phrase("config.server_convar").With("convar", ServerConvar).With("key", ConfigKeys.ServerId));
            }
        }

        return AccountResolution.From(new CadAccount(settings.ApiUrl, community, key, serverId));
    }

    // A placeholder that can be read proves the permission. A key that can't be read may also not be set: without sonorancad.cfg
    // the vendor's resource has no placeholder to write its key over.
    private MissingAccountReason FindReason(Settings settings, string key) => (convars.Get(CommunityConvar), convars.Get(KeyConvar)) switch
    {
        (UninitializedValue, _) when settings.CommunityId.Length == 0 => MissingAccountReason.SonoranCadNotStarted,
        (_, UninitializedValue) when settings.ApiKey.Length == 0 => MissingAccountReason.SonoranCadNotStarted,
        _ when key.Length > 0 => MissingAccountReason.CommunityNotSet,
        (null or "", _) => MissingAccountReason.NotSet,
        (_, null) => MissingAccountReason.KeyUnreadable,
        _ => MissingAccountReason.KeyNotPublished,
    };

    private string ReadConvar(string name)
    {
        var value = convars.Get(name)?.Trim();
        return value is null or UninitializedValue ? string.Empty : value;
    }

    private static Phrase MissingKeys(string community, string key) => community.Length == 0 && key.Length == 0
        ? new Phrase("config.two_keys").With("first", ConfigKeys.CommunityId).With("second", ConfigKeys.ApiKey)
        : new Phrase("config.one_key").With("key", community.Length == 0 ? ConfigKeys.CommunityId : ConfigKeys.ApiKey);
}
