namespace SonoranCad.Remove911.Abstractions;

/// <summary>The server console.</summary>
internal interface IServerConsole
{
    /// <summary>Prints one line. Never call it while a player's command runs: the server mirrors the line to that player.</summary>
    void WriteLine(string line);
}
