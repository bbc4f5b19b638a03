namespace SonoranCad.Remove911.Configuration;

/// <summary>Finds the CAD account; what is not set comes from the convars of the vendor's resource. Source: its shared names.</summary>
internal sealed class AccountResolver(IConvars convars)
{
    public const string CommunityConvar = "sonoran_communityID";
    public const string KeyConvar = "sonoran_apiKey";
    public const string ServerConvar = "sonoran_serverId";

    // The vendor's resource publishes this until it knows the value.
    private const string UninitializedValue = "protection_initialized";

    private static readonly SettingDefinition CommunityId = SettingDefinitions.Find(nameof(Settings.CommunityId))!;
    private static readonly SettingDefinition ApiKey = SettingDefinitions.Find(nameof(Settings.ApiKey))!;
    private static readonly SettingDefinition ServerId = SettingDefinitions.Find(nameof(Settings.ServerId))!;

    /// <summary>The API key of the vendor's resource, in use or not.</summary>
    public string VendorKey => ReadConvar(KeyConvar);

    public AccountResolution Resolve(ConfigFile file)
    {
        if (file.AccountError is not null)
            return Invalid(file.AccountError);

        var settings = file.Settings;
        var fileKeys = new List<string>();
        var convarNames = SettingDefinitions.SetByConvar(settings).Where(found => found.IsAboutAccount).Select(found => found.Convar).ToList();
        var community = Find(settings.CommunityId, CommunityId, CommunityConvar);
        var key = Find(settings.ApiKey, ApiKey, KeyConvar);
        var serverId = Find(settings.ServerId?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, ServerId, ServerConvar);
        return Resolve(settings, community, key, serverId) with { FileKeys = fileKeys, ConvarNames = convarNames };

        string Find(string value, SettingDefinition definition, string sharedConvar)
        {
            var found = value.Length > 0 ? value : ReadConvar(sharedConvar);
            if (value.Length == 0 && found.Length > 0)
                convarNames.Add(sharedConvar);
            else if (value.Length > 0 && !settings.ConvarKeys.Contains(definition.Key))
                fileKeys.Add(definition.Key);

            return found;
        }
    }

    private AccountResolution Resolve(Settings settings, string community, string key, string serverText)
    {
        if (community.Length == 0 || key.Length == 0)
        {
            var missingKeys = MissingKeys(community, key);
            var areBothMissing = community.Length + key.Length == 0;
            return new AccountResolution
            {
                Error = RemovalErrors.NotConfigured(missingKeys, areBothMissing),
                MissingKeys = missingKeys,
                AreBothKeysMissing = areBothMissing,
                MissingReason = FindReason(settings, key),
            };
        }

        var serverId = SettingParsers.ParseServerId(serverText);
        return serverText.Length > 0 && serverId is null
            ? Invalid(new Phrase("config.server_convar").With("convar", ServerConvar).With("key", ServerId.Key))
            : new AccountResolution { Account = new CadAccount(settings.ApiUrl, community, key, serverId) };
    }

    // Whoever clears a call sees this error, but the wrong value is the owner's: only the console shows it.
    private static AccountResolution Invalid(Phrase error) =>
        new() { Error = RemovalErrors.InvalidConfiguration(error.With("but", string.Empty)) };

    // A placeholder proves the permission to read. A key that can't be read may not be set: without sonorancad.cfg it never is.
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
        ? new Phrase("config.two_keys").With("first", CommunityId.Key).With("second", ApiKey.Key)
        : new Phrase("config.one_key").With("key", community.Length == 0 ? CommunityId.Key : ApiKey.Key);
}

/// <summary>Why the account lacks a value. The last two: the vendor's resource runs, but its key can't be read or is empty.</summary>
internal enum MissingAccountReason
{
    NotSet,
    CommunityNotSet,
    SonoranCadNotStarted,
    KeyUnreadable,
    KeyNotPublished,
}

/// <summary>The account that the configuration gives, or why it gives none.</summary>
internal sealed record AccountResolution
{
    public CadAccount? Account { get; init; }

    /// <summary>The keys of config.json that give the account.</summary>
    public IReadOnlyList<string> FileKeys { get; init; } = [];

    /// <summary>The convars that give the account, ours and the vendor's.</summary>
    public IReadOnlyList<string> ConvarNames { get; init; } = [];

    public RemovalError? Error { get; init; }

    /// <summary>The keys without a value ("communityId and apiKey"), or null.</summary>
    public Phrase? MissingKeys { get; init; }

    public bool AreBothKeysMissing { get; init; }
    public MissingAccountReason? MissingReason { get; init; }
}
