using System;
using System.Collections.Generic;
using System.Linq;
using FxServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>The notifications that a client shows through its other resources.</summary>
public sealed class NotificationTests : IDisposable
{
    private const string OxLib = "ox_lib:notify";
    private const string SonoranCad = "SonoranCAD::core:Notify";

    private readonly TestServer _server = new();
    private readonly TestScript _script;
    private readonly FxPlayer _ann;

    public NotificationTests()
    {
        _script = TestScript.Start(_server, "mine");
        _ann = _server.Server.Connect("Ann");
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public void NotificationsOfBothResourcesAreShownInOrder()
    {
        var raised = new List<FxNotification>();
        _ann.NotificationShown += raised.Add;
        _server.Server.AddResource("ox_lib");
        _server.Server.AddResource("sonorancad");

        Send(OxLib, new { title = "911", description = "Call 101 is cleared.", type = "success" });
        Send(SonoranCad, new { title = "911", message = "Call 102 is not.", type = "error" });

        Assert.Equal(
            ["ox_lib success: 911: Call 101 is cleared.", "sonorancad error: 911: Call 102 is not."],
            _ann.Notifications.Select(shown => shown.ToString()));
        Assert.Equal(_ann.Notifications, raised);
    }

    [Fact]
    public void UnhandledNotificationEventIsDropped()
    {
        var oxLib = _server.Server.AddResource("ox_lib");
        oxLib.Stop();

        Send(OxLib, new { title = "911", description = "late" });
        Send(SonoranCad, new { message = "nobody" });

        Assert.Empty(_ann.Notifications);
        Assert.Equal([OxLib, SonoranCad], _ann.Received.Select(sent => sent.Name));
    }

    [Fact]
    public void AnonymousObjectArrivesAsDictionary()
    {
        Send(OxLib, new { title = "911", duration = 300, position = new { x = 1 }, icons = new[] { "a" } });

        var sent = Assert.IsAssignableFrom<IDictionary<string, object?>>(Assert.Single(Assert.Single(_ann.Received).Args));
        Assert.Equal(["title", "duration", "position", "icons"], sent.Keys);
        Assert.Equal((ushort)300, sent["duration"]);
        Assert.Equal(1, Assert.IsAssignableFrom<IDictionary<string, object?>>(sent["position"])["x"]);
        Assert.Equal(["a"], Assert.IsType<List<object?>>(sent["icons"]));
    }

    [Fact]
    public void OxLibIgnoresNonTableAndEmptyTable()
    {
        _server.Server.AddResource("ox_lib");

        Send(OxLib, "text");
        Send(OxLib);
        Send(OxLib, new { type = "success" });
        Send("OX_LIB:NOTIFY", new { title = "another event" });
        Send(OxLib, new { description = "no title, no type" });

        var shown = Assert.Single(_ann.Notifications);
        Assert.Equal((null, "no title, no type", null), (shown.Title, shown.Text, shown.Type));
    }

    [Fact]
    public void SonoranCadAcceptsTableOrUsesFirstArgumentAsMessage()
    {
        _server.Server.AddResource("sonorancad");

        Send(SonoranCad, new { description = "by its other name" });
        Send(SonoranCad, "911", "Call 101 is cleared.", "success");

        Assert.Equal(
            [(null, "by its other name", null), (null, "911", null)],
            _ann.Notifications.Select(shown => (shown.Title, shown.Text, shown.Type)));
    }

    [Fact]
    public void SonoranCadBefore4038ShowsNothing()
    {
        var old = new SonoranCadResource(_server.Server, "4.0.37");
        Send(SonoranCad, new { message = "lost" });
        old.Stop();
        _ = new SonoranCadResource(_server.Server, "4.0.38");
        Send(SonoranCad, new { message = "<b>Call</b> 1 &lt; 2", chatMessage = "Call 1 < 2", duration = 4000 });

        var shown = Assert.Single(_ann.Notifications);
        Assert.Equal(("Call 1 < 2", "Call 1 < 2", "<b>Call</b> 1 &lt; 2", 4000), (shown.PlainText, shown.ChatText, shown.HtmlText, shown.Duration));
    }

    private void Send(string name, params object?[] args) => _script.Run(_server, () => _script.OnlinePlayers[1].TriggerEvent(name, args));
}
