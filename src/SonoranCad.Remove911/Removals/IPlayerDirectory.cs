using System.Collections.Generic;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>The players on the server, by their server id.</summary>
internal interface IPlayerDirectory
{
    /// <summary>Those who are online now.</summary>
    IReadOnlyList<int> GetOnline();

    /// <summary>Whether the player holds the permission <paramref name="ace"/>; false for one who is not there.</summary>
    bool IsAllowed(int source, string ace);

    /// <summary>The player's name and license identifier.</summary>
    Requester Describe(int source);

    /// <summary>
    /// Shows the player a line, as a notification or in the chat; nothing happens where the player has left.
    /// </summary>
    void Notify(int source, Phrase line, Tone tone);
}
