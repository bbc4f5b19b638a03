using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

internal sealed class CfxPlayerDirectory(PlayerList players) : IPlayerDirectory
{
    public IReadOnlyList<int> GetOnline()
    {
        var online = new List<int>();
        foreach (var player in players)
        {
            if (int.TryParse(player.Handle, NumberStyles.None, CultureInfo.InvariantCulture, out var source))
            {
                online.Add(source);
            }
        }

        return online;
    }

    public bool IsAllowed(int source, string ace) => API.IsPlayerAceAllowed(ToHandle(source), ace);

    public bool IsEveryoneAllowed(string ace) => API.IsPrincipalAceAllowed("builtin.everyone", ace);

    public Requester Describe(int source) => Requester.Player(
        source,
        API.GetPlayerName(ToHandle(source)),
        API.GetPlayerIdentifierByType(ToHandle(source), "license"));

    private static string ToHandle(int source) => source.ToString(CultureInfo.InvariantCulture);
}
