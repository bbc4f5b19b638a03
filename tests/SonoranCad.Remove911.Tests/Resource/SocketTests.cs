using System;
using System.Linq;
using CadServer.Discord;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>
/// The DLL of dist/, loaded from its file as a server does, with its own clock and over real sockets. Everything else about the
/// resource is tested in virtual time.
/// </summary>
public sealed class SocketTests
{
    [Fact]
    public void CallIsListedClearedAndPostedOverRealSockets()
    {
        using var rig = new ServerRig(sockets: true);
        using var discord = DiscordWebhook.Start();
        rig.Configure(more: $", \"v1IntervalSeconds\": 0.01, \"discordWebhook\": \"{discord.Url}\"", startupCheck: true);
        rig.Open(101, 102);
        rig.Start();
        var admin = rig.Admin();

        admin.Command("clear911 last");
        rig.AwaitChat(admin, "Call 102 cleared.");
        rig.AwaitConsole("The account works");
        rig.Await(() => discord.Messages.Count == 1);

        Assert.Equal([101], rig.OpenCalls());

        // In real time, the startup check and the removal may go out in either order.
        Assert.Equal(
            ["/emergency", "/emergency/get_calls", "/general/get_version"],
            rig.Cad.Requests.Select(request => request.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RestartResumesKilledRunOverRealSockets()
    {
        using var rig = new ServerRig(sockets: true);
        rig.Open(101);
        rig.Start();
        rig.Server.ConsoleCommand("clear911 101");
        rig.Server.KillResource(ServerRig.ResourceName);

        rig.Start();
        rig.AwaitConsole("Cleared call 101 for the console");

        Assert.Empty(rig.OpenCalls());
    }
}
