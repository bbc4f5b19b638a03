using System;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Notifications;

/// <summary>Which way it is, by the setting and by what runs.</summary>
internal static class NotifyRule
{
    /// <summary>The resource that a choice names; null where it names none.</summary>
    public static string? ResourceOf(NotifyChoice choice) => choice switch
    {
        NotifyChoice.OxLib => OxLibWay.Resource,
        NotifyChoice.SonoranCad => SonoranCadWay.Resource,
        _ => null,
    };

    /// <summary>The way to take: never <see cref="NotifyChoice.Auto"/>.</summary>
    /// <param name="wanted">What config.json says.</param>
    /// <param name="isUp">Whether a resource runs.</param>
    public static NotifyChoice Choose(NotifyChoice wanted, Func<string, bool> isUp)
    {
        if (wanted == NotifyChoice.Auto)
        {
            // The vendor's first: its owner has told it what to show notifications with.
            wanted = isUp(SonoranCadWay.Resource) ? NotifyChoice.SonoranCad : NotifyChoice.OxLib;
        }

        return ResourceOf(wanted) is { } resource && isUp(resource) ? wanted : NotifyChoice.Chat;
    }
}
