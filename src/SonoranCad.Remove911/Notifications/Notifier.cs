namespace SonoranCad.Remove911.Notifications;

/// <summary>Shows messages to players: by the resource that <c>notify</c> selects, or in the chat if it can't or the text is long.</summary>
internal sealed class Notifier(
    IClientEvents clientEvents, SettingsMonitor settings, NotificationResources resources, Localizer localizer, ILog log)
    : IPlayerMessenger, ITickable
{
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
    private bool _hasTicked;
    private Phrase? _problem;
    private Phrase? _reportedProblem;

    public bool NeedsTick { get; private set; } = true;

    public void Show(int source, Phrase message, Tone tone)
    {
        var text = localizer.Format(message);
        var fits = text.Length <= MaxNotificationLength && text.IndexOfAny(LineBreaks) < 0;
        _channels[fits ? _channel : NotificationMode.Chat].Show(source, text, tone);
    }

    /// <summary>How long a notification stays, in ms: 3 s to notice it, then about 20 characters a second.</summary>
    public static int DurationOf(string text) => 3000 + (50 * text.Length);

    /// <summary>The name of a tone in notifications, the same in each resource.</summary>
    public static string TypeOf(Tone tone) => tone switch { Tone.Success => "success", Tone.Warning => "warning", Tone.Error => "error", _ => "info" };

    // By then the resources of server.cfg have started, and one that restarts is back: what does not run is not merely late.
    public void Tick(TimeSpan now)
    {
        if (!NeedsTick)
            return;

        NeedsTick = false;
        if (!_hasTicked && _channel == NotificationMode.Chat && !resources.IsRunning(ChatChannel.ResourceName))
            log.Write(LogLevel.Warn, new Phrase("notify.no_chat"));

        _hasTicked = true;
        if (Equals(_problem, _reportedProblem))
            return;

        _reportedProblem = _problem;
        if (_problem is not null)
            log.Write(LogLevel.Warn, _problem);
        else if (ChannelSelector.ResourceFor(settings.Current.Notify) is { } resource)
            log.Write(LogLevel.Info, new Phrase("notify.started").With("resource", resource));
    }

    /// <summary>Selects the channel again. The next tick logs if its resource can't notify, and again when it can.</summary>
    public void SelectChannel()
    {
        var wanted = settings.Current.Notify;
        var resource = ChannelSelector.ResourceFor(wanted);
        _channel = ChannelSelector.Select(wanted, resources.CanNotify);
        _problem = resource is null || _channel == wanted
            ? null
            : new Phrase(resources.IsRunning(resource) ? "notify.too_old" : "notify.not_started")
                .With("resource", resource).With("version", SonoranCadChannel.MinVersion);
        NeedsTick = true;
    }
}
