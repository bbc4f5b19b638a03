namespace SonoranCad.Remove911.Removals;

/// <summary>The players on the server, by their server id.</summary>
internal interface IPlayerDirectory
{
    IReadOnlyList<int> GetOnline();

    /// <summary>Whether the player has the permission <paramref name="ace"/>; false if the player is not online.</summary>
    bool IsAllowed(int source, string ace);

    /// <summary>Whether every player has the permission <paramref name="ace"/>.</summary>
    bool IsEveryoneAllowed(string ace);

    Requester Describe(int source);
}
