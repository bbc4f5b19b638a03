namespace FxServer;

/// <summary>The server's game, which the convar <c>gamename</c> and manifests call gta5 or rdr3.</summary>
public enum FxGame
{
    /// <summary>FiveM.</summary>
    Gta5,

    /// <summary>RedM.</summary>
    Rdr3,
}
