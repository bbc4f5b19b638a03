using System;
using System.IO;
using CadServer;
using CadServer.Discord;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>The built DLL on the real server's runtime, over real sockets.</summary>
public sealed class MonoTests
{
    [MonoFact]
    public void CallsAreClearedAndFailuresReportedOnMono()
    {
        using var discord = DiscordWebhook.Start();
        using var rig = new ServerRig(sockets: true);
        rig.Configure(more: $", \"discordWebhook\": \"{discord.Url}\"");
        rig.Open(101, 102, 103);
        rig.Cad.Faults.Enqueue(CadFault.None, CadFault.None, CadFault.BadRequest("CALL IS LOCKED"));

        var (exitCode, output) = MonoServer.Run(
        [
            "--resource", rig.Folder,
            "--data", Path.Combine(rig.Folder, "..", "mono-data"),
            "--ace", "builtin.everyone=command.clear911",
            "--player", "Jane Doe",
            "--",
            "clear911 101",
            "wait-console Call 101 cleared.",
            "as 1 clear911 #102",
            "wait-chat 1 Call 102 cleared.",
            "as 1 clear911 oops",
            "wait-chat 1 \"oops\" is not a call id",
            "clear911 103",
            "wait-console \"CALL IS LOCKED\"",
        ]);

        Assert.True(exitCode == 0, output);
        Assert.Equal([103], rig.OpenCalls());
        Assert.Contains("console| sonorancad-remove911", output);
        Assert.DoesNotContain(ServerRig.ApiKey, output);
        Assert.DoesNotContain("Error", output);
        Assert.Equal(3, rig.Cad.Requests.Count);
        Assert.Equal(
            $$"""{"id":"{{ServerRig.CommunityId}}","key":"{{ServerRig.ApiKey}}","type":"REMOVE_911","data":[{"callId":101}]}""",
            rig.Cad.Requests[0].Text);
        Assert.Equal(3, File.ReadAllLines(Assert.Single(Directory.GetFiles(Path.Combine(rig.Folder, "audit")))).Length);
        Assert.Contains("Call 101 cleared for the console.", discord.Messages[0]);
    }

    [MonoFact]
    public void OpenCallsAreListedAndClearedOnMono()
    {
        using var rig = new ServerRig(sockets: true);
        rig.Open(101, 102, 103);

        var (exitCode, output) = MonoServer.Run(
        [
            "--resource", rig.Folder,
            "--data", Path.Combine(rig.Folder, "..", "mono-data"),
            "--ace", "builtin.everyone=command.clear911",
            "--player", "Jane Doe",
            "--",
            "as 1 clear911",
            "wait-chat 1 3 open 911 calls, newest last:",
            "as 1 clear911 last",
            "wait-chat 1 Call 103 cleared.",
            "clear911 all",
            "wait-console 2 open 911 calls: 102, 101.",
            "clear911 all confirm",
            "wait-console Calls 102, 101 cleared.",
        ]);

        Assert.True(exitCode == 0, output);
        Assert.Empty(rig.OpenCalls());
        Assert.DoesNotContain("Error", output);
    }

    [MonoFact]
    public void VendorCallsAreReadOnMono()
    {
        using var rig = new ServerRig(sockets: true);
        rig.Configure(more: ", \"serverId\": 1");
        rig.Open(301, 302);

        var (exitCode, output) = MonoServer.Run(
        [
            "--resource", rig.Folder,
            "--data", Path.Combine(rig.Folder, "..", "mono-data"),
            "--ace", "builtin.everyone=command.clear911",
            "--player", "Jane Doe",
            "--sonorancad", ServerRig.CommunityId,
            "--",
            "sonorancad poll 301 2000",
            "sonorancad incoming 9001",
            "clear911",
            "wait-console More than 500 open 911 calls, newest last:",
            "wait-console 2300: Jane Doe, Innocence Blvd",
            "sonorancad removed 9001",
            "as 1 clear911",
            "wait-chat 1 2300: Jane Doe, Innocence Blvd",
            "as 1 clear911 301",
            "wait-console Cleared call 301 for Jane Doe",
        ]);

        Assert.True(exitCode == 0, output);
        Assert.Equal([302], rig.OpenCalls());
        Assert.DoesNotContain("before this resource started", output);
        Assert.DoesNotContain("GetEmergencyCache", output);
        Assert.DoesNotContain("Error", output);
        Assert.DoesNotContain(rig.Cad.Requests, request => request.Path.EndsWith("calls", StringComparison.Ordinal));
    }

    [MonoFact]
    public void CadListDecidesWithoutPushEventsOnMono()
    {
        using var rig = new ServerRig(sockets: true);
        rig.Configure(more: ", \"serverId\": 1");
        rig.Open(301);

        var (exitCode, output) = MonoServer.Run(
        [
            "--resource", rig.Folder,
            "--data", Path.Combine(rig.Folder, "..", "mono-data"),
            "--sonorancad", ServerRig.CommunityId,
            "--",
            "sonorancad poll 301 2",
            "clear911",
            "wait-console One open 911 call:",
            "wait-console 301: Jane Doe",
        ]);

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("302: ", output);
    }
}
