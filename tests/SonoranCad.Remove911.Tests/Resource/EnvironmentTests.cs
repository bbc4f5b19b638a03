using System;
using FxServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>Setups that owners have: another folder name, RedM, with or without the vendor's resource.</summary>
public sealed class EnvironmentTests
{
    private const string Clear = "sonorancad-remove911:clear";

    [Fact]
    public void RenamedFolderWorksAndNamesExport()
    {
        using var rig = new ServerRig(folder: "our-911");
        rig.Open(101, 102, 103);
        rig.Start();
        var admin = rig.Admin();
        admin.ChatReady();
        Assert.Equal("/clear911", Assert.Single(admin.Suggestions).Name);

        var byExport = new CallbackResult();
        rig.OtherResource.CallExport("our-911", "clear911", 101, byExport.Function);
        Assert.Throws<InvalidOperationException>(() => rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", 102));
        var byEvent = new CallbackResult();
        rig.OtherResource.TriggerEvent(Clear, 102, byEvent.Function);
        admin.Command("clear911 103");
        rig.AwaitChat(admin, "Call 103 cleared.");
        rig.Await(() => byExport.HasArrived && byEvent.HasArrived);
        Assert.True(byExport.Ok && byEvent.Ok);

        rig.Server.StopResource("our-911");
        Assert.Empty(admin.Suggestions);
        Assert.Empty(rig.OpenCalls());
    }

    [Fact]
    public void RedMIsSupported()
    {
        using var rig = new ServerRig(FxGame.Rdr3);
        rig.Server.AddResource("ox_lib");
        rig.Open(101);
        rig.Start();
        var admin = rig.Admin();
        admin.ChatReady();
        Assert.Equal("/clear911", Assert.Single(admin.Suggestions).Name);

        admin.Command("clear911 101");
        rig.Await(() => admin.Notifications.Count > 0);
        Assert.Equal("ox_lib success: 911: Call 101 cleared.", Assert.Single(admin.Notifications).ToString());
        rig.AssertStillWorks();
    }

    [Fact]
    public void SonoranCadResourceProvidesAccountAndNotifications()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "");
        rig.Open(101);
        var vendor = new SonoranCadResource(rig.Server);
        vendor.PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        rig.Server.Convars.Grant(ServerRig.ResourceName, "sonoran_apiKey");
        rig.Start();
        var admin = rig.Admin();
        admin.ChatReady();
        Assert.Single(admin.Suggestions);

        admin.Command("clear911 101");
        rig.Await(() => admin.Notifications.Count > 0);
        Assert.Equal("sonorancad success: 911: Call 101 cleared.", Assert.Single(admin.Notifications).ToString());
        rig.AssertStillWorks();
    }
}
