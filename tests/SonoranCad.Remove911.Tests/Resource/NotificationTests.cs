using System.Collections.Generic;
using System.Linq;
using CadServer;
using FxServer;
using Newtonsoft.Json;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>How replies reach players, depending on the notification resources that run.</summary>
public sealed class NotificationTests
{
    [Fact]
    public void ChatIsUsedWithoutNotificationResource()
    {
        using var rig = ServerRig.Started(101);
        var admin = Clear(rig, "911: Call 101 cleared.");

        Assert.Empty(admin.Notifications);
    }

    [Theory]
    [InlineData("ox_lib", "ox_lib success: 911: Call 101 cleared.")]
    [InlineData("sonorancad", "sonorancad success: 911: Call 101 cleared.")]
    public void ResourceStartedBeforeIsUsed(string resource, string shown)
    {
        using var rig = new ServerRig();
        rig.Server.AddResource(resource);
        rig.Open(101);
        rig.Start();

        AssertNotified(rig, shown);
    }

    [Fact]
    public void SonoranCadIsPreferredToOxLibWhileItRuns()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.AddResource("ox_lib");
        AssertNotified(rig, "ox_lib success: 911: Call 101 cleared.");
        var vendor = rig.Server.AddResource("sonorancad");
        AssertNotified(rig, "sonorancad success: 911: Call 101 cleared.");

        vendor.Stop();
        AssertNotified(rig, "ox_lib success: 911: Call 101 cleared.");

        rig.Server.StopResource("ox_lib");
        Clear(rig, "911: Call 101 cleared.");
    }

    [Fact]
    public void MessageDuringResourceStopGoesToChat()
    {
        using var rig = ServerRig.Started();
        var oxLib = rig.Server.AddResource("ox_lib");
        var admin = rig.Admin();
        var late = rig.Server.AddResource("late");
        late.On("onResourceStop", args => Assert.True(args[0] is not "ox_lib" || Type(admin)));

        oxLib.Stop();

        Assert.Contains("No call id was given", Assert.Single(admin.Chat));
        Assert.Empty(admin.Notifications);

        static bool Type(FxPlayer player)
        {
            player.Command("clear911 ,");
            return true;
        }
    }

    [Theory]
    [InlineData("ox_lib", "sonorancad")]
    [InlineData("sonorancad", "ox_lib")]
    public void ConfiguredResourceIsUsedEvenIfOtherRuns(string named, string other)
    {
        using var rig = new ServerRig();
        rig.Configure(more: $", \"notify\": \"{named}\"");
        rig.Server.AddResource(other);
        rig.Server.AddResource(named);
        rig.Open(101);
        rig.Start();

        AssertNotified(rig, named + " success: 911: Call 101 cleared.");
        Assert.DoesNotContain("notify", rig.Server.Console.Text);
    }

    [Fact]
    public void ConfiguredChatIsUsedEvenIfBothRun()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"notify\": \"chat\"");
        rig.Server.AddResource("ox_lib");
        rig.Server.AddResource("sonorancad");
        rig.Open(101);
        rig.Start();

        Assert.Empty(Clear(rig, "911: Call 101 cleared.").Notifications);
    }

    [Theory]
    [InlineData("4.0.37")]
    [InlineData("3.9.12")]
    [InlineData("four")]
    [InlineData(null)]
    public void OxLibOrChatIsUsedIfSonoranCadHasNoNotifications(string? version)
    {
        using var rig = new ServerRig();
        _ = new SonoranCadResource(rig.Server, version);
        rig.Open(101);
        rig.Start();
        Assert.Empty(Clear(rig, "911: Call 101 cleared.").Notifications);

        rig.Server.AddResource("ox_lib");
        AssertNotified(rig, "ox_lib success: 911: Call 101 cleared.");
        Assert.Empty(Warnings(rig));
    }

    [Theory]
    [InlineData("4.0.38")]
    [InlineData("4.1")]
    [InlineData("v5.0.0-beta")]
    public void SonoranCadWithNotificationsIsUsed(string version)
    {
        using var rig = new ServerRig();
        rig.Server.AddResource("ox_lib");
        rig.Server.AddResource("sonorancad", version);
        rig.Open(101);
        rig.Start();

        var admin = rig.Admin();
        admin.Command("clear911 101");
        rig.AwaitConsole("Cleared call 101");

        Assert.Equal("SonoranCAD::core:Notify", admin.Received[^1].Name);
    }

    [Fact]
    public void ConfiguredSonoranCadWithoutNotificationsIsReportedAndChatIsUsedUntilItIsUpdated()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"notify\": \"sonorancad\"");
        var old = new SonoranCadResource(rig.Server, "4.0.37");
        rig.Server.AddResource("ox_lib");
        rig.Open(101);
        rig.Start();
        rig.TickFor();

        Assert.Contains("sonorancad is older than 4.0.38 or names no version", Assert.Single(Warnings(rig)));
        Assert.Empty(Clear(rig, "911: Call 101 cleared.").Notifications);

        old.Stop();
        _ = new SonoranCadResource(rig.Server, "4.0.38");
        AssertNotified(rig, "sonorancad success: 911: Call 101 cleared.");
    }

    [Fact]
    public void SonoranCadGetsSafeTextForEachDisplay()
    {
        using var rig = ServerRig.Started(1);
        rig.Server.AddResource("sonorancad");
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("^#ff0000A^*B ~r~C <b>*D*</b> &lt; \"E\" ^^^112"));
        var admin = rig.Admin();

        admin.Command("clear911 1");
        rig.Await(() => admin.Notifications.Count > 0);

        var shown = Assert.Single(admin.Notifications);
        Assert.Equal(3000 + (50 * shown.ChatText!.Length), shown.Duration);
        Assert.Contains("\\<b\\>\\*D\\*\\</b\\> \\&lt;", shown.PlainText);
        Assert.Contains("&lt;b&gt;*D*&lt;/b&gt; &amp;lt; &quot;E&quot;", shown.HtmlText);
        Assert.Contains("AB C <b>*D*</b> &lt; \"E\"", shown.ChatText);
        Assert.DoesNotMatch("\\^[0-9*_~=/r#]|~\\w+~", shown.ChatText);
        Assert.DoesNotMatch("[<>&*`\\[\\]]|\\^[0-9*_~=/r#]|~\\w+~", shown.Text);
    }

    [Fact]
    public void MissingChatIsReportedOnceIfNothingElseShowsMessages()
    {
        using var rig = new ServerRig();
        rig.Server.StopResource("chat");
        rig.Start();
        rig.TickFor();
        rig.Server.ConsoleCommand("clear911 reload");
        rig.TickFor();

        Assert.Single(rig.Server.Console.Lines, line => line.StartsWith("^3Warning: Players get no replies, because neither chat nor", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("ox_lib")]
    [InlineData("sonorancad")]
    public void ResourceStartedLaterIsNotReportedAsMissing(string later)
    {
        using var rig = new ServerRig();
        rig.Server.StopResource("chat");
        rig.Start();
        rig.Server.AddResource(later);
        rig.TickFor();

        Assert.DoesNotContain("Players get no replies", rig.Server.Console.Text);
    }

    [Fact]
    public void MissingConfiguredResourceIsReportedOncePerChange()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"notify\": \"ox_lib\"");
        rig.Server.AddResource("sonorancad");
        rig.Open(101);
        rig.Start();
        rig.TickFor();
        Assert.Single(Warnings(rig));
        Assert.Contains("that resource is not started, so players get replies in the chat", Warnings(rig)[0]);
        Assert.Empty(Clear(rig, "911: Call 101 cleared.").Notifications);
        Assert.Single(Warnings(rig));

        rig.Server.AddResource("ox_lib");
        rig.AwaitConsole("The resource ox_lib has started");
        AssertNotified(rig, "ox_lib success: 911: Call 101 cleared.");

        rig.Server.StopResource("ox_lib");
        rig.Await(() => Warnings(rig).Count == 2);
        Clear(rig, "911: Call 101 cleared.");
    }

    [Fact]
    public void ClientCannotForgeResourceStartOrStop()
    {
        using var rig = ServerRig.Started(101);
        var guest = rig.Guest();
        guest.TriggerServerEvent("onResourceStart", "ox_lib");
        guest.TriggerServerEvent("onResourceStart", new List<object?> { "ox_lib" });
        rig.Server.RaiseEvent("onResourceStart", "internal-net:1", "ox_lib");
        rig.Server.RaiseEvent("onResourceStart", "", new List<object?> { "ox_lib" });
        rig.Server.RaiseEvent("onResourceStart", "");
        rig.OtherResource.TriggerEvent("onResourceStart", "ox_lib");
        Assert.Empty(Clear(rig, "911: Call 101 cleared.").Notifications);

        rig.Server.AddResource("ox_lib");
        guest.TriggerServerEvent("onResourceStop", "ox_lib");
        guest.TriggerServerEvent("onResourceStop", new Dictionary<string, object?>());
        AssertNotified(rig, "ox_lib success: 911: Call 101 cleared.");
        Assert.DoesNotContain("Error in", rig.Server.Console.Text);
    }

    [Fact]
    public void LongMessageGoesToChatAndShortOneToNotification()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.AddResource("ox_lib");
        var admin = rig.Admin();
        rig.Cad.Faults.Enqueue(CadFault.BadRequest(new string('W', 200)));

        admin.Command("clear911 ,");
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "WWW");

        Assert.StartsWith("ox_lib error: 911: No call id was given.", Assert.Single(admin.Notifications).ToString());
    }

    [Theory]
    [InlineData("ox_lib", "\"!\\[x\\](http://e/x) \\<b\\>\\*NO\\* \\_a\\_ \\&lt;\\`\"")]
    [InlineData("sonorancad", "\"!［x］(http://e/x) ＜b＞＊NO＊ ＿a＿ ＆lt;｀\"")]
    public void CadTextIsEscapedInNotifications(string resource, string shown)
    {
        using var rig = ServerRig.Started(1);
        rig.Server.AddResource(resource);
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("![x](http://e/x) <b>^1*NO* _a_ &lt;`"));
        var admin = rig.Admin();

        admin.Command("clear911 1");
        rig.Await(() => admin.Notifications.Count > 0);

        Assert.Contains(shown, Assert.Single(admin.Notifications).Text);
        Assert.Empty(admin.Chat);
    }

    [Fact]
    public void NotificationsNeverContainApiKey()
    {
        using var rig = ServerRig.Started(1);
        rig.Server.AddResource("ox_lib");
        rig.Cad.Faults.Enqueue(CadFault.BadRequest($"the key {ServerRig.ApiKey} is odd"));
        var admin = rig.Admin();

        admin.Command("clear911 1");
        rig.Await(() => admin.Notifications.Count > 0);

        Assert.Contains("\\[secret\\]", admin.Notifications[0].Text);
        Assert.DoesNotContain(ServerRig.ApiKey, JsonConvert.SerializeObject(admin.Received.Select(sent => sent.Args)));
    }

    private static FxPlayer Clear(ServerRig rig, string chatLine)
    {
        var admin = rig.Admin();
        admin.Command("clear911 101");
        rig.AwaitChat(admin, chatLine);
        return admin;
    }

    private static void AssertNotified(ServerRig rig, string shown)
    {
        var admin = rig.Admin();
        admin.Command("clear911 101");
        rig.Await(() => admin.Notifications.Count > 0);
        Assert.Equal(shown, Assert.Single(admin.Notifications).ToString());
        Assert.Empty(admin.Chat);
    }

    private static List<string> Warnings(ServerRig rig) =>
        [.. rig.Server.Console.Lines.Where(line => line.StartsWith("^3Warning: The setting \"notify\"", System.StringComparison.Ordinal))];
}
