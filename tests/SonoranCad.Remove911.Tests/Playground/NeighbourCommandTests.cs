using System;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class NeighbourCommandTests
{
    [Fact]
    public void NotificationsOfEachNeighbourAreShownWhileItRuns()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("start ox_lib").IsDone);
        Assert.True(rig.Run("as 2 clear911 101").IsDone);
        Assert.Contains("  Jane's toast ox_lib success: 911: Call 101 cleared.", rig.Shown, StringComparison.Ordinal);

        Assert.True(rig.Run("start sonorancad").IsDone);
        Assert.True(rig.Run("as 2 clear911 102").IsDone);
        Assert.Contains("  Jane's toast sonorancad success: 911: Call 102 cleared.", rig.Shown, StringComparison.Ordinal);

        Assert.True(rig.Run("stop sonorancad").IsDone);
        Assert.True(rig.Run("stop ox_lib").IsDone);
        Assert.True(rig.Run("as 2 clear911 103").IsDone);
        Assert.Contains("  Jane's chat  911: Call 103 cleared.", rig.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void ANeighbourMayComeBack()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("start ox_lib").IsDone);
        Assert.Equal("ox_lib runs already.", rig.Run("start ox_lib").Why);
        Assert.True(rig.Run("stop ox_lib").IsDone);
        Assert.Equal("ox_lib does not run.", rig.Run("stop ox_lib").Why);
        Assert.True(rig.Run("start ox_lib").IsDone);
    }

    [Fact]
    public void AnotherResourceIsTheServersAffair()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("stop sonorancad-remove911").IsDone);
        Assert.False(rig.Run("clear911 101").IsDone);
        Assert.True(rig.Run("start sonorancad-remove911").IsDone);
        Assert.True(rig.Run("clear911 101").IsDone);
        Assert.False(rig.Run("start").IsDone);
    }

    [Fact]
    public void AChatThatLoadsShowsWhatItOffersToWhomMay()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("as 1 chat").IsDone);
        Assert.DoesNotContain("offers", rig.Shown, StringComparison.Ordinal);

        Assert.True(rig.Run("as 2 chat").IsDone);
        Assert.Contains("  Jane's chat  offers /clear911 [calls: call ids, or: last, all, status, reload]:", rig.Shown, StringComparison.Ordinal);

        Assert.True(rig.Run("restart").IsDone);
        var shown = rig.Shown;
        Assert.Contains("  Jane's chat  no longer offers /clear911", shown, StringComparison.Ordinal);
        Assert.Contains("  Jane's chat  offers /clear911", shown, StringComparison.Ordinal);
    }
}
