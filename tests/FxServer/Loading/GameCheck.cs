using System.Collections.Generic;
using System.Linq;

namespace FxServer;

/// <summary>The server's check, before a resource starts, that its manifest supports the game.</summary>
internal static class GameCheck
{
    private const string Common = "common";
    private const string RedMWarning =
        "I acknowledge that this is a prerelease build of RedM, and I am aware my resources *will* become incompatible once RedM ships.";

    public static string NameOf(FxGame game) => game == FxGame.Rdr3 ? "rdr3" : "gta5";

    /// <summary>The reasons against it, one console line each; none if the resource may start.</summary>
    public static IEnumerable<string> Refusals(string resource, Manifest manifest, FxGame game)
    {
        var name = NameOf(game);
        var games = manifest.Values("game");
        var isNamed = games.Contains(name);
        if (games.Contains(Common) && isNamed)
        {
            yield return $"Resource {resource} specifies both `common` and a specific game. This is considered ill-formed.";
        }
        else if (!games.Contains(Common) && !isNamed)
        {
            yield return $"Resource {resource} does not support the current game ({name}).";
        }

        if (manifest.Values("fx_version").Count == 0)
        {
            yield return $"Resource {resource} does not specify an `fx_version` in fxmanifest.lua.";
        }

        if (isNamed && game == FxGame.Rdr3 && !manifest.Values("rdr3_warning").Contains(RedMWarning))
        {
            yield return $"Resource {resource} does not contain the RedM pre-release warning in fxmanifest.lua.";
        }
    }
}
