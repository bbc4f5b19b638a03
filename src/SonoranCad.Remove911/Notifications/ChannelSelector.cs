using System;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Notifications;

/// <summary>Which way it is, by the setting and by what runs.</summary>
internal static class ChannelSelector
{
    /// <summary>The resource that a choice names; null where it names none.</summary>
    public static string? ResourceFor(NotificationMode mode) => mode switch
    {
        NotificationMode.OxLib => OxLibChannel.ResourceName,
        NotificationMode.SonoranCad => SonoranCadChannel.ResourceName,
        _ => null,
    };

    /// <summary>The way to take: never <see cref="NotificationMode.Auto"/>.</summary>
    /// <param name="wanted">What config.json says.</param>
    /// <param name="isRunning">Whether a resource runs.</param>
    public static NotificationMode Select(NotificationMode wanted, Func<string, bool> isRunning)
    {
        if (wanted == NotificationMode.Auto)
        {
            // The vendor's first: its owner has told it what to show notifications with.
            wanted = isRunning(SonoranCadChannel.ResourceName) ? NotificationMode.SonoranCad : NotificationMode.OxLib;
        }

        return ResourceFor(wanted) is { } resource && isRunning(resource) ? wanted : NotificationMode.Chat;
    }
}
