using System;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class NotificationResourceCommandTests
{
    [Fact]
    public void NotificationsAreShownWhileTheirResourceRuns()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("start ox_lib").IsDone);
        Assert.True(rig.Run("as 2 clear911 101").IsDone);
        Assert.Contains("  Jane's toast ox_lib success: 911: Call 101 cleared.", rig.NewOutput, StringComparison.Ordinal);

        Assert.True(rig.Run("start sonorancad").IsDone);
        Assert.True(rig.Run("as 2 clear911 102").IsDone);
        Assert.Contains("  Jane's toast sonorancad success: 911: Call 102 cleared.", rig.NewOutput, StringComparison.Ordinal);

        Assert.True(rig.Run("stop sonorancad").IsDone);
        Assert.True(rig.Run("stop ox_lib").IsDone);
        Assert.True(rig.Run("as 2 clear911 103").IsDone);
        Assert.Contains("  Jane's chat  911: Call 103 cleared.", rig.NewOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void ResourceCanBeRestarted()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("start ox_lib").IsDone);
        Assert.Equal("ox_lib is already running.", rig.Run("start ox_lib").Reason);
        Assert.True(rig.Run("stop ox_lib").IsDone);
        Assert.Equal("ox_lib is not running.", rig.Run("stop ox_lib").Reason);
        Assert.True(rig.Run("start ox_lib").IsDone);
    }

    [Fact]
    public void OtherResourcesAreHandledByServerConsole()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("stop sonorancad-remove911").IsDone);
        Assert.False(rig.Run("clear911 101").IsDone);
        Assert.True(rig.Run("start sonorancad-remove911").IsDone);
        Assert.True(rig.Run("clear911 101").IsDone);
        Assert.False(rig.Run("start").IsDone);
    }

    [Fact]
    public void ChatShowsSuggestionsToPermittedPlayersOnly()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("as 1 chat").IsDone);
        Assert.DoesNotContain("offers", rig.NewOutput, StringComparison.Ordinal);

        Assert.True(rig.Run("as 2 chat").IsDone);
        Assert.Contains("  Jane's chat  offers /clear911 [calls: call ids, or one of: last, ", rig.NewOutput, StringComparison.Ordinal);

        Assert.True(rig.Run("restart").IsDone);
        var shown = rig.NewOutput;
        Assert.Contains("  Jane's chat  no longer offers /clear911", shown, StringComparison.Ordinal);
        Assert.Contains("  Jane's chat  offers /clear911", shown, StringComparison.Ordinal);
    }
}
