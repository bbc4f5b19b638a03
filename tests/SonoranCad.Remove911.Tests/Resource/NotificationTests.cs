using System.Collections.Generic;
using System.Linq;
using CadServer;
using FxServer;
using Newtonsoft.Json;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>How players are answered beside the resources that show notifications.</summary>
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
    public void ResourceStartedBeforeIsUsed(string neighbour, string shown)
    {
        using var rig = new ServerRig();
        rig.Server.AddResource(neighbour);
        rig.Open(101);
        rig.Start();

        AssertNotified(rig, shown);
    }

    [Fact]
    public void OneThatStartsLaterShowsItFromThenOnOfBothTheVendorsAndWhenThatStopsTheOther()
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

    [Fact]
    public void MissingConfiguredResourceIsReportedOncePerChange()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"notify\": \"ox_lib\"");
        rig.Server.AddResource("sonorancad");
        rig.Open(101);
        rig.Start();
        Assert.Single(Warnings(rig));
        Assert.Contains("ox_lib is not started: players are answered in the chat", Warnings(rig)[0]);
        Assert.Empty(Clear(rig, "911: Call 101 cleared.").Notifications);
        Assert.Single(Warnings(rig));

        rig.Server.AddResource("ox_lib");
        rig.AwaitConsole("The resource ox_lib is started");
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
        Assert.DoesNotContain("A fault of this resource", rig.Server.Console.Text);
    }

    [Fact]
    public void LongMessageGoesToChatAndShortOneToNotification()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.AddResource("ox_lib");
        var admin = rig.Admin();
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("INVALID COMMUNITY ID"));

        admin.Command("clear911 ,");
        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Nothing more is sent until the server's owner mends it");

        Assert.StartsWith("ox_lib warning: 911: No call id was given.", Assert.Single(admin.Notifications).ToString());
    }

    [Theory]
    [InlineData("ox_lib", "«!\\[x\\](http://e/x) \\<b\\>\\*NO\\* \\_a\\_ \\&lt;\\`»")]
    [InlineData("sonorancad", "«!［x］(http://e/x) ＜b＞＊NO＊ ＿a＿ ＆lt;｀»")]
    public void CadTextIsEscapedInNotifications(string neighbour, string shown)
    {
        using var rig = ServerRig.Started(1);
        rig.Server.AddResource(neighbour);
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
        [.. rig.Server.Console.Lines.Where(line => line.StartsWith("^3Warning: \"notify\"", System.StringComparison.Ordinal))];
}
