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
internal sealed class Notifier : IPlayerMessenger
{
    /// <summary>What stands above or before each line to a player.</summary>
    public const string Title = "911";

    /// <summary>The most characters of a notification, about four lines of one; longer texts can't be read before they go.</summary>
    public const int MaxNotificationLength = 160;

    private static readonly char[] LineBreaks = { '\n', '\r' };

    private readonly Dictionary<NotificationMode, INotificationChannel> _channels;
    private readonly SettingsMonitor _settings;
    private readonly NotificationResources _resources;
    private readonly Localizer _localizer;
    private readonly ILog _log;

    private NotificationMode _channel = NotificationMode.Chat;
    private string? _missingResource;

    public Notifier(IClientEvents clientEvents, SettingsMonitor settings, NotificationResources resources, Localizer localizer, ILog log)
    {
        _channels = new Dictionary<NotificationMode, INotificationChannel>
        {
            [NotificationMode.Chat] = new ChatChannel(clientEvents),
            [NotificationMode.OxLib] = new OxLibChannel(clientEvents),
            [NotificationMode.SonoranCad] = new SonoranCadChannel(clientEvents),
        };
        _settings = settings;
        _resources = resources;
        _localizer = localizer;
        _log = log;
    }

    public void Show(int source, Phrase message, Tone tone)
    {
        var text = _localizer.Format(message);
        var fits = text.Length <= MaxNotificationLength && text.IndexOfAny(LineBreaks) < 0;
        _channels[fits ? _channel : NotificationMode.Chat].Show(source, text, tone);
    }

    /// <summary>Selects the channel for the current setting and the resources that run. Logs when the wanted one is missing.</summary>
    public void SelectChannel()
    {
        var wanted = _settings.Current.Notify;
        var resource = ChannelSelector.ResourceFor(wanted);
        _channel = ChannelSelector.Select(wanted, _resources.IsRunning);
        var missingResource = _channel == wanted ? null : resource;
        if (missingResource == _missingResource)
        {
            return;
        }

        _missingResource = missingResource;
        if (missingResource is not null)
        {
            _log.Write(LogLevel.Warn, new Phrase("notify.not_started").With("resource", missingResource));
        }
        else if (resource is not null)
        {
            _log.Write(LogLevel.Info, new Phrase("notify.started").With("resource", resource));
        }
    }
}
