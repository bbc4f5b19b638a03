using System;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Notifications;

/// <summary>Which way it is, by the setting and by what runs.</summary>
internal static class ChannelSelector
{
    /// <summary>The resource that a choice names; null where it names none.</summary>
    public static string? ResourceOf(NotificationMode choice) => choice switch
    {
        NotificationMode.OxLib => OxLibChannel.Resource,
        NotificationMode.SonoranCad => SonoranCadChannel.Resource,
        _ => null,
    };

    /// <summary>The way to take: never <see cref="NotificationMode.Auto"/>.</summary>
    /// <param name="wanted">What config.json says.</param>
    /// <param name="isUp">Whether a resource runs.</param>
    public static NotificationMode Choose(NotificationMode wanted, Func<string, bool> isUp)
    {
        if (wanted == NotificationMode.Auto)
        {
            // The vendor's first: its owner has told it what to show notifications with.
            wanted = isUp(SonoranCadChannel.Resource) ? NotificationMode.SonoranCad : NotificationMode.OxLib;
        }

        return ResourceOf(wanted) is { } resource && isUp(resource) ? wanted : NotificationMode.Chat;
    }
}
