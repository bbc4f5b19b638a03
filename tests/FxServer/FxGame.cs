namespace FxServer;

/// <summary>Which game the server is for; the convar <c>gamename</c> and manifests call it gta5 or rdr3.</summary>
public enum FxGame
{
    /// <summary>FiveM.</summary>
    Gta5,

    /// <summary>RedM.</summary>
    Rdr3,
}
