using System;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class PendingRemovalTests
{
    [Fact]
    public void OtherCommandsDoNotWaitForPendingRemoval()
    {
        using var rig = new PlaygroundRig(timeout: TimeSpan.FromSeconds(1));
        rig.Session.Start();
        rig.Run("fail always 503");

        Assert.True(rig.Run("clear911 101").IsPending);
        Assert.True(rig.Session.IsWaiting);
        var before = rig.World.Server.Elapsed;
        Assert.True(rig.Run("calls").IsDone);
        Assert.True(rig.Run("fail off").IsDone);

        Assert.True(rig.World.Server.Elapsed - before < TimeSpan.FromMilliseconds(500));
        rig.TickUntil(() => rig.Session.HasActivity && !rig.Session.IsWaiting);
        rig.Session.ShowActivity();
        Assert.Contains("Done: clear911 101", rig.NewOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusalIsReportedAtOnceDespitePendingRemoval()
    {
        using var rig = new PlaygroundRig(timeout: TimeSpan.FromSeconds(1));
        rig.Session.Start();
        rig.Run("fail always 503");
        rig.Run("clear911 101");

        Assert.Equal("Max Visitor does not have the permission command.clear911.", rig.Run("as 1 clear911 102").Reason);
        Assert.Equal("The resource refused this, and cleared nothing.", rig.Run("clear911 x").Reason);
    }

    [Fact]
    public void ScriptWaitsForPendingRemovalAtItsEnd()
    {
        using var rig = new PlaygroundRig();

        Assert.True(rig.RunOneShot("fail always 503", "clear911 101", "fail off"));

        var shown = rig.NewOutput;
        Assert.Contains("Not done yet: ", shown, StringComparison.Ordinal);
        Assert.Contains("Waiting for the CAD", shown, StringComparison.Ordinal);
        Assert.Contains("Done: clear911 101", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void ScriptFailsIfPendingRemovalNeverCompletes()
    {
        using var rig = new PlaygroundRig();

        Assert.False(rig.RunPiped("fail always 503\nclear911 101\n"));

        Assert.Contains("Not done: clear911 101. It is still pending.", rig.NewOutput, StringComparison.Ordinal);
    }
}
