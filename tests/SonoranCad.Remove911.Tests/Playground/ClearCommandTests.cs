using System;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class ClearCommandTests
{
    [Theory]
    [InlineData("clear911 101 102")]
    [InlineData("CLEAR911 #101,102")]
    [InlineData("as 2 clear911 101 102")]
    [InlineData("as 2 /clear911 101 102")]
    [InlineData("as 2 event 101 102")]
    [InlineData("event 101 102")]
    [InlineData("event [101, \"102\"]")]
    [InlineData("export 101 102")]
    public void EveryEntryPointClearsNamedCalls(string line)
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run(line).IsDone);

        Assert.Equal(3, rig.World.Cad.OpenCalls(rig.World.Community).Count);
    }

    [Theory]
    [InlineData("clear911 ,")]
    [InlineData("clear911 101 abc")]
    [InlineData("as 1 clear911 101")]
    [InlineData("as 1 clear911")]
    [InlineData("as 1 clear911 all")]
    [InlineData("as 1 event 101")]
    [InlineData("as 9 clear911 101")]
    [InlineData("as 2 foo 101")]
    [InlineData("as")]
    [InlineData("as 2")]
    [InlineData("event")]
    [InlineData("event [101, \"x\", null, 1.5]")]
    [InlineData("event {\"a\": 1, \"a\": 2}")]
    [InlineData("event [[[[101]]]")]
    [InlineData("export 0")]
    public void RefusedCommandIsReportedAsNotDone(string line)
    {
        using var rig = PlaygroundRig.Started();

        Assert.False(rig.Run(line).IsDone);

        Assert.Equal(5, rig.World.Cad.OpenCalls(rig.World.Community).Count);
    }

    [Theory]
    [InlineData("clear911", "console      5 open 911 calls, newest last:")]
    [InlineData("as 2 clear911", "Jane's chat  911: 5 open 911 calls, newest last:")]
    [InlineData("as 2 clear911", "\n  Jane's chat  105: Otis Dunn, Paleto Bay, bank")]
    [InlineData("clear911 all", "clear911 confirm within 15 s")]
    [InlineData("as 2 /clear911 all", "clear911 confirm within 15 s")]
    public void ListingOpenCallsLeavesThemOpen(string line, string says)
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run(line).IsDone);

        Assert.Contains(says, rig.NewOutput, StringComparison.Ordinal);
        Assert.Equal(5, rig.World.Cad.OpenCalls(rig.World.Community).Count);
    }

    [Fact]
    public void LastAndConfirmedAllClearCalls()
    {
        using var rig = PlaygroundRig.Started();

        Assert.False(rig.Run("clear911 all confirm").IsDone);
        Assert.True(rig.Run("as 2 clear911 last").IsDone);
        Assert.Contains("Clearing the newest call: 105: Otis Dunn, Paleto Bay, bank", rig.NewOutput, StringComparison.Ordinal);
        Assert.True(rig.Run("clear911 all").IsDone);
        rig.Run("open 106");
        Assert.True(rig.Run("clear911 all confirm").IsDone);

        Assert.Equal(106, Assert.Single(rig.World.Cad.OpenCalls(rig.World.Community)).CallId);
    }

    [Fact]
    public void EveryLineShowsItsOrigin()
    {
        using var rig = PlaygroundRig.Started();

        rig.Run("as 2 clear911 101");
        rig.Run("export 102");
        rig.Run("as 1 clear911 103");

        var shown = rig.NewOutput;
        Assert.Contains("  to CAD       → POST /emergency {\"id\":\"sunrise-county\",\"key\":\"[key]\",", shown, StringComparison.Ordinal);
        Assert.Contains("  from CAD     ← 200 API ID(s) set!", shown, StringComparison.Ordinal);
        Assert.Contains("  Jane's chat  911: Call 101 cleared.", shown, StringComparison.Ordinal);
        Assert.Contains("  console      Cleared call 101 for Jane Doe", shown, StringComparison.Ordinal);
        Assert.Contains("  callback     {\"ok\":true,\"cleared\":[102],\"failed\":[]}", shown, StringComparison.Ordinal);
        Assert.Contains("  Max's chat   Access denied for command clear911.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(global::Playground.Scene.World.ApiKey, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void ResponseIsShownBeforeConsoleLine()
    {
        using var rig = PlaygroundRig.Started();

        rig.Run("clear911 101");

        var shown = rig.NewOutput;
        Assert.True(shown.IndexOf("from CAD", StringComparison.Ordinal) < shown.IndexOf("console", StringComparison.Ordinal));
    }

    [Fact]
    public void ServerCommandsRunInConsole()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("add_ace builtin.everyone command.clear911 allow").IsDone);
        Assert.True(rig.Run("as 1 clear911 101").IsDone);
        Assert.True(rig.Run("restart sonorancad-remove911").IsDone);
        Assert.True(rig.Run("stop sonorancad-remove911").IsDone);
        Assert.False(rig.Run("clear911 102").IsDone);
        Assert.False(rig.Run("export 102").IsDone);
        Assert.False(rig.Run("set").IsDone);
    }
}
