namespace SonoranCad.Remove911.Notifications;

/// <summary>Selects the notification channel by the setting and by which resources can show notifications.</summary>
internal static class ChannelSelector
{
    public static string? ResourceFor(NotificationMode mode) => mode switch
    {
        NotificationMode.OxLib => OxLibChannel.ResourceName,
        NotificationMode.SonoranCad => SonoranCadChannel.ResourceName,
        _ => null,
    };

    /// <summary>Selects the channel: never <see cref="NotificationMode.Auto"/>, and the chat if the resource can't notify.</summary>
    public static NotificationMode Select(NotificationMode wanted, Func<string, bool> canNotify)
    {
        // The vendor's resource comes first: its owner has configured there how notifications are shown.
        if (wanted == NotificationMode.Auto)
            wanted = canNotify(SonoranCadChannel.ResourceName) ? NotificationMode.SonoranCad : NotificationMode.OxLib;

        return ResourceFor(wanted) is { } resource && canNotify(resource) ? wanted : NotificationMode.Chat;
    }
}
