namespace SonoranCad.Remove911.Removals;

/// <summary>The kinds of those who may ask for a removal.</summary>
internal enum RequesterKind
{
    /// <summary>The server console.</summary>
    Console,

    /// <summary>A player on the server.</summary>
    Player,

    /// <summary>Another resource, by event or export.</summary>
    Resource,
}
