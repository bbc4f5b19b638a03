namespace SonoranCad.Remove911.Abstractions;

/// <summary>The server console.</summary>
internal interface IServerConsole
{
    /// <summary>Prints one line. While a player's command runs the server mirrors it to that player: never call it then.</summary>
    void WriteLine(string line);
}
