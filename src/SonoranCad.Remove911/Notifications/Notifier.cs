namespace SonoranCad.Remove911.Notifications;

/// <summary>
/// Shows messages to players: as notifications if the resource that <c>notify</c> selects can, otherwise in the chat. Text that
/// is too long for a notification always goes to the chat.
/// </summary>
internal sealed class Notifier(
    IClientEvents clientEvents, SettingsMonitor settings, NotificationResources resources, Localizer localizer, ILog log)
    : IPlayerMessenger, ITickable
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
    private Phrase? _problem;

    public bool NeedsTick { get; private set; } = true;

    public void Show(int source, Phrase message, Tone tone)
    {
        var text = localizer.Format(message);
        var fits = text.Length <= MaxNotificationLength && text.IndexOfAny(LineBreaks) < 0;
        _channels[fits ? _channel : NotificationMode.Chat].Show(source, text, tone);
    }

    // The resources of server.cfg have started by the first tick: one that does not run by then is not merely late.
    public void Tick(TimeSpan now)
    {
        if (NeedsTick && _channel == NotificationMode.Chat && !resources.IsRunning(ChatChannel.ResourceName))
        {
            log.Write(LogLevel.Warn, new Phrase("notify.no_chat"));
        }

        NeedsTick = false;
    }

    /// <summary>Selects the channel again. Logs once if its resource can't notify, and again when it can.</summary>
    public void SelectChannel()
    {
        var wanted = settings.Current.Notify;
        var resource = ChannelSelector.ResourceFor(wanted);
        _channel = ChannelSelector.Select(wanted, resources.CanNotify);
        var problem = resource is null || _channel == wanted
            ? null
            : new Phrase(resources.IsRunning(resource) ? "notify.too_old" : "notify.not_started")
                .With("resource", resource)
                .With("version", SonoranCadChannel.MinVersion);
        if (Equals(problem, _problem))
        {
            return;
        }

        _problem = problem;
        if (problem is not null)
        {
            log.Write(LogLevel.Warn, problem);
        }
        else if (resource is not null)
        {
            log.Write(LogLevel.Info, new Phrase("notify.started").With("resource", resource));
        }
    }
}
