using System;
using System.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class AccountWatcherTests
{
    [Fact]
    public void AccountIsFoundWhenTheVendorPublishesIt()
    {
        var rig = new CommandRig("{}");
        var watcher = rig.Services.AccountWatcher;
        watcher.OnStarting("sonorancad");
        Assert.True(watcher.NeedsTick);
        Watch(rig, seconds: 10);
        Assert.False(rig.Core.Accounts.IsReady);

        rig.Ports.Convars["sonoran_communityID"] = "c";
        rig.Ports.Convars["sonoran_apiKey"] = "key-1";
        Watch(rig, seconds: 1);

        Assert.True(rig.Core.Accounts.IsReady);
        Watch(rig, seconds: 60);
        Assert.Equal(["The account is set up: community c at https://api.sonorancad.com.^7"], rig.OpenCalls.Log);
        Assert.False(watcher.NeedsTick);
    }

    // Each look reads config.json.
    [Fact]
    public void AccountIsLookedForOnceASecondForThirtySeconds()
    {
        var rig = new CommandRig("{}");
        rig.Services.AccountWatcher.OnStarting("sonorancad");
        var before = rig.Ports.ConfigReads;

        for (var tick = 0; tick < 4; tick++)
        {
            rig.Services.AccountWatcher.Tick(rig.Clock.Elapsed + TimeSpan.FromSeconds(0.3 * tick));
        }

        Assert.Equal(1, rig.Ports.ConfigReads - before);
        rig.Services.AccountWatcher.Tick(rig.Clock.Elapsed + TimeSpan.FromSeconds(1));
        Assert.Equal(2, rig.Ports.ConfigReads - before);
        Watch(rig, seconds: 60);
        Assert.Equal(30, rig.Ports.ConfigReads - before);
    }

    [Theory]
    [InlineData("{}", "ox_lib", false)]
    [InlineData("{}", "sonorancad", true)]
    [InlineData("""{ "communityId": "c", "apiKey": "key-1" }""", "sonorancad", true)]
    [InlineData("""{ "communityId": "c", "apiKey": "key-1", "serverId": 1 }""", "sonorancad", false)]
    public void AccountIsLookedForOnlyIfTheVendorMayHaveAValue(string config, string resource, bool looks)
    {
        var rig = new CommandRig(config);

        rig.Services.AccountWatcher.OnStarting(resource);

        Assert.Equal(looks, rig.Services.AccountWatcher.NeedsTick);
    }

    [Fact]
    public void ServerIdIsFoundInFiveSeconds()
    {
        var rig = new CommandRig();
        rig.Services.AccountWatcher.OnStarting("sonorancad");
        Watch(rig, seconds: 3.9);
        Assert.True(rig.Services.AccountWatcher.NeedsTick);

        rig.Ports.Convars["sonoran_serverId"] = "2";
        Watch(rig, seconds: 1);

        Assert.Equal(2, rig.Core.Accounts.Account!.ServerId);
        Assert.False(rig.Services.AccountWatcher.NeedsTick);
    }

    [Fact]
    public void WhatIsStillMissingIsLoggedOnceAndOnlyIfTheReasonIsNew()
    {
        var rig = new CommandRig("{}");
        rig.Services.AccountWatcher.OnStarting("sonorancad");
        Watch(rig, seconds: 60);
        Assert.Empty(rig.OpenCalls.Log);

        rig.Services.AccountWatcher.OnStarting("sonorancad");
        rig.Ports.Convars["sonoran_communityID"] = "c";
        Watch(rig, seconds: 28.5);
        Assert.Empty(rig.OpenCalls.Log);
        Watch(rig, seconds: 31);

        Assert.StartsWith(
            "^1Error: The resource sonorancad is running, but the convar sonoran_apiKey is empty", rig.OpenCalls.Log.Single(), StringComparison.Ordinal);
    }

    private static void Watch(CommandRig rig, double seconds)
    {
        for (var end = rig.Clock.Elapsed + TimeSpan.FromSeconds(seconds); rig.Clock.Elapsed < end;)
        {
            rig.Services.AccountWatcher.Tick(rig.Clock.Elapsed);
            rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
        }
    }
}
