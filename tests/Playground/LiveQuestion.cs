using System;
using Playground.Display;
using Playground.Scene;

namespace Playground;

/// <summary>What is said and asked at a terminal if the CAD is the real one.</summary>
internal static class LiveQuestion
{
    public static void Warn(World world, Screen screen)
    {
        screen.Danger($"LIVE: this is the real CAD at {world.Live!.Host} with the community {world.Live.Settings.CommunityId}.");
        screen.Danger("A call that you clear here is gone there. You are asked once, before the first one.");
    }

    /// <summary>Asks whether calls may be cleared in the real CAD. Anything but y, yes means no.</summary>
    public static bool IsYes(World world, Screen screen, Func<string?> readReply)
    {
        screen.Danger($"This clears calls in the real CAD at {world.Live!.Host}, now and until you exit. Continue? Type y or n.");
        screen.Prompt();
        return readReply()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
