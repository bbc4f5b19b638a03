using System.Linq;
using CadServer.Discord;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>
/// The DLL of dist/ loaded from its file, as a server loads it, with its own clock and over real sockets. Everything else about
/// the resource is tested in virtual time.
/// </summary>
public sealed class SocketTests
{
    [Fact]
    public void OverRealSocketsACallIsListedClearedAndPosted()
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
        Assert.Equal(["/emergency/get_calls", "/emergency", "/general/get_version"], rig.Cad.Requests.Select(request => request.Path));
    }

    [Fact]
    public void OverRealSocketsARestartGoesOnWhereTheKilledRunEnded()
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
