using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Notifications;

/// <summary>Selects the notification channel by the setting and by which resources run.</summary>
internal static class ChannelSelector
{
    /// <summary>The resource that a mode needs, or null.</summary>
    public static string? ResourceFor(NotificationMode mode) => mode switch
    {
        NotificationMode.OxLib => OxLibChannel.ResourceName,
        NotificationMode.SonoranCad => SonoranCadChannel.ResourceName,
        _ => null,
    };

    /// <summary>Selects the channel: never <see cref="NotificationMode.Auto"/>, and the chat if the resource isn't running.</summary>
    public static NotificationMode Select(NotificationMode wanted, Func<string, bool> isRunning)
    {
        if (wanted == NotificationMode.Auto)
        {
            // The vendor's resource comes first: its owner has configured there how notifications are shown.
            wanted = isRunning(SonoranCadChannel.ResourceName) ? NotificationMode.SonoranCad : NotificationMode.OxLib;
        }

        return ResourceFor(wanted) is { } resource && isRunning(resource) ? wanted : NotificationMode.Chat;
    }
}
