namespace SonoranCad.Remove911.Abstractions;

/// <summary>The resources of this server.</summary>
internal interface IResourceStates
{
    /// <summary>In the server's words: missing, stopped, starting, started, stopping, uninitialized, unknown.</summary>
    string GetState(string resource);
}
