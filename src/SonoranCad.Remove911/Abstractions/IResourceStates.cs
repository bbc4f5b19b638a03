namespace SonoranCad.Remove911.Abstractions;

/// <summary>The resources of this server.</summary>
internal interface IResourceStates
{
    /// <summary>The server's word: missing, stopped, starting, started, stopping, uninitialized or unknown.</summary>
    string GetState(string resource);

    /// <summary>The version in the resource's manifest, or empty if it names none.</summary>
    string GetVersion(string resource);
}
