using System;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class LoopbackTransportTests
{
    [Fact]
    public void RequestToAnotherMachineIsNotSent()
    {
        using var rig = new PlaygroundRig(sockets: true);
        rig.Session.Start();
        rig.Run("config discordWebhook https://discord.example/api/webhooks/1/hush-hush");
        rig.Run("clear911 reload");
        _ = rig.NewOutput;

        Assert.True(rig.Run("clear911 101").IsDone);

        Assert.Contains("network      Nothing was sent to discord.example", rig.NewOutput, StringComparison.Ordinal);
    }
}
