using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Notifications;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Notifications;

public sealed class NotifierTests
{
    private readonly FakeClientEvents _clients = new();
    private readonly FakeResources _resources = new();
    private readonly SettingsMonitor _settings = new(new Settings());
    private readonly List<string> _console = [];
    private readonly BufferedLog _log;
    private NotificationResources _notificationResources = null!;
    private Notifier _notifier = null!;

    public NotifierTests()
    {
        var console = new Mock<IServerConsole>();
        console.Setup(c => c.WriteLine(Capture.In(_console)));
        _log = new BufferedLog(console.Object, new SecretRedactor(), English.Localizer);
    }

    [Theory]
    [InlineData("Success", "success", "success")]
    [InlineData("Warning", "warning", "warning")]
    [InlineData("Error", "error", "error")]
    [InlineData("Info", "info", "info")]
    public void EachChannelSendsItsOwnTableAndToneName(string tone, string oxLib, string sonoranCad)
    {
        var notifier = Start("ox_lib");
        notifier.Show(7, new Phrase("Call *101*"), System.Enum.Parse<Tone>(tone));
        Assert.Equal((7, OxLibChannel.EventName), (_clients.Sent[^1].Source, _clients.Sent[^1].Name));
        Assert.Equal(
            new Dictionary<string, object> { ["title"] = "911", ["description"] = "Call \\*101\\*", ["type"] = oxLib, ["duration"] = 3500 },
            _clients.Table);

        StartResource("sonorancad");
        notifier.Show(8, new Phrase("Call *101*"), System.Enum.Parse<Tone>(tone));
        Assert.Equal((8, SonoranCadChannel.EventName), (_clients.Sent[^1].Source, _clients.Sent[^1].Name));
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["title"] = "911",
                ["message"] = "Call ＊101＊",
                ["plainMessage"] = "Call \\*101\\*",
                ["chatMessage"] = "Call *101*",
                ["htmlMessage"] = "Call *101*",
                ["type"] = sonoranCad,
                ["duration"] = 3500,
            },
            _clients.Table);
    }

    [Fact]
    public void LongAndMultilineMessagesGoToChatUnchanged()
    {
        var notifier = Start("ox_lib");
        var longest = new string('*', Notifier.MaxNotificationLength);

        notifier.Show(1, new Phrase(longest), Tone.Info);
        notifier.Show(1, new Phrase(longest + "*"), Tone.Info);
        notifier.Show(1, Phrase.JoinLines([new Phrase("a"), new Phrase("b")]), Tone.Info);
        notifier.Show(1, new Phrase("a\rb"), Tone.Info);

        Assert.Equal([OxLibChannel.EventName, ChatChannel.EventName, ChatChannel.EventName, ChatChannel.EventName], _clients.Names);
        Assert.Equal(["911", "a\nb"], (string[])((IReadOnlyDictionary<string, object>)_clients.Sent[2].Args[0])["args"]);
    }

    [Fact]
    public void ColorCodesAreRemovedFromNotifications()
    {
        var notifier = Start("ox_lib");

        notifier.Show(1, new Phrase("^2Call^7 101 cleared."), Tone.Success);

        Assert.Equal("Call 101 cleared.", _clients.Table["description"]);
    }

    [Fact]
    public void SendingMessageDoesNotQueryResourceState()
    {
        var notifier = Start("ox_lib");
        var asked = _resources.StateQueries;

        for (var i = 0; i < 100; i++)
        {
            notifier.Show(1, new Phrase("Call 101 cleared."), Tone.Success);
        }

        Assert.Equal(asked, _resources.StateQueries);
    }

    [Fact]
    public void MissingConfiguredResourceIsLoggedOncePerChange()
    {
        _settings.Update(new Settings { Notify = NotificationMode.OxLib });
        var notifier = Start();
        notifier.Show(1, new Phrase("a"), Tone.Info);
        notifier.Show(1, new Phrase("a"), Tone.Info);
        StartResource("sonorancad");
        Assert.StartsWith("^3Warning: The setting \"notify\" is \"ox_lib\", but that resource is not started", Assert.Single(LoggedLines()));

        StartResource("ox_lib");
        notifier.Show(1, new Phrase("a"), Tone.Info);
        Assert.Contains("ox_lib has started", Assert.Single(LoggedLines()));

        _notificationResources.OnStopping("ox_lib");
        notifier.Show(1, new Phrase("a"), Tone.Info);
        Assert.Contains("is \"ox_lib\", but that resource is not started", Assert.Single(LoggedLines()));
        Assert.Equal([ChatChannel.EventName, ChatChannel.EventName, OxLibChannel.EventName, ChatChannel.EventName], _clients.Names);
    }

    [Fact]
    public void ResourceThatStartsLaterOrRestartsIsNotReportedAsMissing()
    {
        _settings.Update(new Settings { Notify = NotificationMode.OxLib });
        Start();
        StartResource("ox_lib");
        Assert.Empty(LoggedLines());

        _notificationResources.OnStopping("ox_lib");
        StartResource("ox_lib");
        Assert.Empty(LoggedLines());
    }

    [Fact]
    public void ChangedSettingAppliesImmediately()
    {
        var notifier = Start("ox_lib", "sonorancad");

        foreach (var choice in new[] { NotificationMode.Chat, NotificationMode.OxLib, NotificationMode.SonoranCad, NotificationMode.Auto })
        {
            _settings.Update(new Settings { Notify = choice });
            notifier.Show(1, new Phrase("a"), Tone.Info);
        }

        Assert.Equal([ChatChannel.EventName, OxLibChannel.EventName, SonoranCadChannel.EventName, SonoranCadChannel.EventName], _clients.Names);
        Assert.Empty(LoggedLines());
    }

    [Fact]
    public void ReconfiguringToAnotherMissingResourceIsLogged()
    {
        Start();

        _settings.Update(new Settings { Notify = NotificationMode.SonoranCad });
        _settings.Update(new Settings { Notify = NotificationMode.SonoranCad, Audit = false });
        Assert.Contains("is \"sonorancad\", but that resource is not started", Assert.Single(LoggedLines()));

        _settings.Update(new Settings { Notify = NotificationMode.OxLib });
        Assert.Contains("is \"ox_lib\", but that resource is not started", Assert.Single(LoggedLines()));

        _settings.Update(new Settings());
        Assert.Empty(LoggedLines());
    }

    private Notifier Start(params string[] running)
    {
        _resources.States["chat"] = "started";
        foreach (var name in running)
        {
            _resources.States[name] = "started";
        }

        _notificationResources = new NotificationResources(_resources);
        _notifier = new Notifier(_clients, _settings, _notificationResources, English.Localizer, _log);
        _settings.Changed += _notifier.SelectChannel;
        _notificationResources.Changed += _notifier.SelectChannel;
        _notifier.SelectChannel();
        return _notifier;
    }

    private void StartResource(string name)
    {
        _resources.States[name] = "starting";
        _notificationResources.OnStarting(name);
    }

    private List<string> LoggedLines()
    {
        _console.Clear();
        _notifier.Tick(System.TimeSpan.Zero);
        _log.Flush();
        return [.. _console.ToList()];
    }
}
