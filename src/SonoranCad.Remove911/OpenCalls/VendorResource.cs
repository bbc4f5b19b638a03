namespace SonoranCad.Remove911.OpenCalls;

/// <summary>The vendor's resource on this server, which knows open calls too.</summary>
internal sealed class VendorResource(IResourceStates resources, IResourceExports exports, IConvars convars)
{
    public const string Name = "sonorancad";

    /// <summary>Returns a table of the 911 calls by their ids. Source: the vendor's FiveM resource.</summary>
    public const string CacheExport = "GetEmergencyCache";

    private Func<object?>? _readCache;

    public bool IsRunning => resources.GetState(Name) == "started";

    /// <summary>Whether it runs for the same community and server: elsewhere the same number is another call.</summary>
    public bool IsRunningFor(CadAccount account) => IsRunning
        && ReadConvar(AccountResolver.CommunityConvar) == account.CommunityId
        && (SettingParsers.ParseServerId(ReadConvar(AccountResolver.ServerConvar)) ?? 1) == account.ServerIdOrDefault;

    /// <summary>Whether its convars name another community or server than <paramref name="target"/>.</summary>
    public bool IsForAnother(CallTarget target) =>
        (ReadConvar(AccountResolver.CommunityConvar) is { Length: > 0 } community && community != target.CommunityId)
        || (SettingParsers.ParseServerId(ReadConvar(AccountResolver.ServerConvar)) is { } serverId && serverId != target.ServerId);

    /// <summary>Gets its table of calls, whatever that is; null if it has none. Runs its code, which may throw.</summary>
    public object? ReadCache() => (_readCache ??= exports.Find(Name, CacheExport))?.Invoke();

    /// <summary>Drops what belongs to a run of the resource that has ended.</summary>
    public void Reset() => _readCache = null;

    private string ReadConvar(string name) => convars.Get(name)?.Trim() ?? string.Empty;
}
