namespace SonoranCad.Remove911.Removals;

/// <summary>Who may request a removal.</summary>
internal enum RequesterKind
{
    Console,
    Player,

    /// <summary>Another resource, by event or export.</summary>
    Resource,
}
