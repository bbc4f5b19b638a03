namespace SonoranCad.Remove911.Abstractions;

/// <summary>The resources of this server.</summary>
internal interface IResourceStates
{
    /// <summary>The server's word: missing, stopped, starting, started, stopping, uninitialized or unknown.</summary>
    string GetState(string resource);

    /// <summary>The version in the resource's manifest, or empty if it names none.</summary>
    string GetVersion(string resource);
}

/// <summary>This resource, as the server and others know it.</summary>
/// <param name="Name">The name of its folder, which owners may change.</param>
/// <param name="Version">Its version, such as <c>1.2.3</c>.</param>
internal sealed record ResourceInfo(string Name, string Version);
