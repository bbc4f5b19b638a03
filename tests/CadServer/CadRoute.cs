namespace CadServer;

/// <summary>The purpose of a request, regardless of API version and path.</summary>
public enum CadRoute
{
    /// <summary>Removals of 911 calls: v1's /emergency and /emergency/remove_911, v2's DELETE.</summary>
    Remove911,

    /// <summary>Lists of calls: v1's /emergency/get_calls, v2's GET.</summary>
    Calls,

    /// <summary>The plan: v1's /general/get_version, v2's /v2/general/version.</summary>
    Version,
}
