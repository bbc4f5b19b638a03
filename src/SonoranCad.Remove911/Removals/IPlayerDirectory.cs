using System.Collections.Generic;

namespace SonoranCad.Remove911.Removals;

/// <summary>The players on the server, by their server id.</summary>
internal interface IPlayerDirectory
{
    /// <summary>The players who are online now.</summary>
    IReadOnlyList<int> GetOnline();

    /// <summary>Whether the player holds the permission <paramref name="ace"/>; false for one who is not online.</summary>
    bool IsAllowed(int source, string ace);

    /// <summary>Whether every player holds the permission <paramref name="ace"/>.</summary>
    bool IsEveryoneAllowed(string ace);

    /// <summary>The player's name and license identifier.</summary>
    Requester Describe(int source);
}
