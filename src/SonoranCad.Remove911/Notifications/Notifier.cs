using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Notifications;

/// <summary>
/// Shows messages to players: as notifications if the resource that <c>notify</c> selects runs, otherwise in the chat. Text that
/// is too long for a notification always goes to the chat.
/// </summary>
internal sealed class Notifier(
    IClientEvents clientEvents, SettingsMonitor settings, NotificationResources resources, Localizer localizer, ILog log)
    : IPlayerMessenger
{
    /// <summary>The title of every message to a player.</summary>
    public const string Title = "911";

    /// <summary>The maximum length of a notification, about four lines. Nobody can read more before it disappears.</summary>
    public const int MaxNotificationLength = 160;

    private static readonly char[] LineBreaks = { '\n', '\r' };

    private readonly Dictionary<NotificationMode, INotificationChannel> _channels = new()
    {
        [NotificationMode.Chat] = new ChatChannel(clientEvents),
        [NotificationMode.OxLib] = new OxLibChannel(clientEvents),
        [NotificationMode.SonoranCad] = new SonoranCadChannel(clientEvents),
    };

    private NotificationMode _channel = NotificationMode.Chat;
    private string? _missingResource;

    public void Show(int source, Phrase message, Tone tone)
    {
        var text = localizer.Format(message);
        var fits = text.Length <= MaxNotificationLength && text.IndexOfAny(LineBreaks) < 0;
        _channels[fits ? _channel : NotificationMode.Chat].Show(source, text, tone);
    }

    /// <summary>Selects the channel again. Logs once if its resource isn't running, and again when it is.</summary>
    public void SelectChannel()
    {
        var wanted = settings.Current.Notify;
        var resource = ChannelSelector.ResourceFor(wanted);
        _channel = ChannelSelector.Select(wanted, resources.IsRunning);
        var missingResource = _channel == wanted ? null : resource;
        if (missingResource == _missingResource)
        {
            return;
        }

        _missingResource = missingResource;
        if (missingResource is not null)
        {
            log.Write(LogLevel.Warn, new Phrase("notify.not_started").With("resource", missingResource));
        }
        else if (resource is not null)
        {
            log.Write(LogLevel.Info, new Phrase("notify.started").With("resource", resource));
        }
    }
}
