using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Notifications;

/// <summary>
/// Tells players: by the notifications that <c>notify</c> names where their resource runs, else in the chat, and in the chat
/// whatever is too long for a notification.
/// </summary>
internal sealed class Notifier
{
    /// <summary>What stands above or before each line to a player.</summary>
    public const string Title = "911";

    /// <summary>The most characters of a notification, about four lines of one; longer texts can't be read before they go.</summary>
    public const int LongestNotification = 160;

    private static readonly char[] LineBreaks = { '\n', '\r' };

    private readonly Dictionary<NotificationMode, INotificationChannel> _ways;
    private readonly SettingsMonitor _settings;
    private readonly NotificationResources _neighbours;
    private readonly Localizer _localizer;
    private readonly ILog _log;
    private readonly ITickSwitch _tick;

    private NotificationMode _way;
    private string? _missing;

    public Notifier(
        IClientEvents clients, SettingsMonitor settings, NotificationResources neighbours, Localizer localizer, ILog log, ITickSwitch tick)
    {
        _ways = new Dictionary<NotificationMode, INotificationChannel>
        {
            [NotificationMode.Chat] = new ChatChannel(clients),
            [NotificationMode.OxLib] = new OxLibChannel(clients),
            [NotificationMode.SonoranCad] = new SonoranCadChannel(clients),
        };
        _settings = settings;
        _neighbours = neighbours;
        _localizer = localizer;
        _log = log;
        _tick = tick;
        settings.Changed += Choose;
        neighbours.Changed += Choose;
        Choose();
    }

    /// <summary>Shows the player a line; nothing happens where the player has left.</summary>
    public void Tell(int source, Phrase line, Tone tone)
    {
        var text = _localizer.Text(line);
        var fits = text.Length <= LongestNotification && text.IndexOfAny(LineBreaks) < 0;
        _ways[fits ? _way : NotificationMode.Chat].Show(source, text, tone);
    }

    private void Choose()
    {
        var wanted = _settings.Current.Notify;
        var resource = ChannelSelector.ResourceOf(wanted);
        _way = ChannelSelector.Choose(wanted, _neighbours.IsUp);
        var missing = _way == wanted ? null : resource;
        if (missing == _missing)
        {
            return;
        }

        _missing = missing;
        if (missing is not null)
        {
            _log.Write(LogLevel.Warn, new Phrase("notify.not_started").With("resource", missing));
            _tick.On();
        }
        else if (resource is not null)
        {
            _log.Write(LogLevel.Info, new Phrase("notify.started").With("resource", resource));
            _tick.On();
        }
    }
}
