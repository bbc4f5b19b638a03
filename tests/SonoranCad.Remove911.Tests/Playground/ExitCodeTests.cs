using System;
using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("start nope")]
    [InlineData("stop nope")]
    [InlineData("restart nope")]
    [InlineData("stop dispatch")]
    [InlineData("config maxBatch 0", "clear911 reload")]
    [InlineData("config maxBatch 0", "as 2 clear911 reload")]
    [InlineData("config maxBatch 0", "webhook on")]
    [InlineData("add_ace group.admin command.clear911reload deny", "as 2 clear911 reload")]
    [InlineData("add_ace group.admin command.clear911all deny", "as 2 clear911 all")]
    [InlineData("as 1 clear911 status")]
    [InlineData("clear911 last now")]
    [InlineData("as 2 clear911 last now")]
    [InlineData("calls now")]
    [InlineData("players please")]
    [InlineData("fail off now")]
    [InlineData("webhook on now")]
    [InlineData("kill now")]
    [InlineData("forge 101 now")]
    [InlineData("push on now")]
    [InlineData("set x")]
    [InlineData("fail always 503", "clear911")]
    [InlineData("fail always 503", "as 2 clear911 all")]
    [InlineData("stop sonorancad-remove911", "webhook on")]
    public void RunFailsIfLineFails(params string[] lines)
    {
        using var oneShot = new PlaygroundRig();
        Assert.False(oneShot.RunOneShot(lines));
        var shown = oneShot.NewOutput;
        Assert.Equal(lines.Length - 1, shown.Split('\n').Count(line => line == "Done."));
        Assert.Contains("Not done: ", shown, StringComparison.Ordinal);

        using var piped = new PlaygroundRig();
        Assert.False(piped.RunPiped(string.Join('\n', [.. lines, "calls"])));
    }

    [Theory]
    [InlineData("start ox_lib", "as 2 clear911 101")]
    [InlineData("clear911 reload")]
    [InlineData("clear911 all")]
    [InlineData("as 2 clear911", "as 2 clear911 status now")]
    [InlineData("", "calls", "")]
    [InlineData("restart sonorancad-remove911", "ensure sonorancad-remove911", "start sonorancad-remove911")]
    public void RunSucceedsIfEveryLineSucceeds(params string[] lines)
    {
        using var oneShot = new PlaygroundRig();
        Assert.True(oneShot.RunOneShot(lines));

        using var piped = new PlaygroundRig();
        Assert.True(piped.RunPiped(string.Join('\n', lines)));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("1e2")]
    [InlineData("103;104")]
    [InlineData("101.0")]
    [InlineData("١٠١")]
    public void InvalidCallIdsAreReportedAsRefused(string words)
    {
        using var rig = PlaygroundRig.Started();

        var result = rig.Run("clear911 " + words);

        Assert.Equal("The resource refused this, and cleared nothing.", result.Reason);
        Assert.Equal(5, rig.World.Cad.OpenCalls(rig.World.Community).Count);
    }

    [Fact]
    public void CallIdsAreParsedAsResourceParsesThem()
    {
        using var rig = PlaygroundRig.Started();
        rig.Run("open 100");

        Assert.True(rig.Run("event 1e2").IsDone);
        Assert.True(rig.Run("export \"#101,102\"").IsDone);
        Assert.True(rig.Run("clear911 \"103 104\"").IsDone);
        Assert.True(rig.Run("remove #105").IsDone);

        Assert.Empty(rig.World.Cad.OpenCalls(rig.World.Community));
    }

    [Fact]
    public void RenamedCommandIsFollowed()
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run("config command wipe").IsDone);
        Assert.Contains("Type restart to apply it.", rig.NewOutput, StringComparison.Ordinal);
        Assert.True(rig.Run("restart").IsDone);

        Assert.True(rig.Run("wipe 101").IsDone);
        Assert.True(rig.Run("as 2 /WIPE last").IsDone);
        Assert.False(rig.Run("as 1 wipe 102").IsDone);
        Assert.False(rig.Run("clear911 102").IsDone);
        Assert.True(rig.Run("webhook on").IsDone);
        Assert.True(rig.Run("forge 103").IsDone);
        rig.Run("help");
        rig.Run("players");
        var shown = rig.NewOutput;
        Assert.Contains("wipe last", shown, StringComparison.Ordinal);
        Assert.Contains("Permission command.wipe", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("clear911 last", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/clear911 101")]
    [InlineData("/CALLS")]
    [InlineData("Fail ALWAYS 503")]
    [InlineData("EXPORT Status")]
    [InlineData("AS 2 Event 101")]
    [InlineData("as 2 CHAT")]
    [InlineData("Push ON")]
    [InlineData("EVENTS Off")]
    [InlineData("WebHook Off")]
    [InlineData("START Ox_Lib")]
    [InlineData("Clear911 STATUS")]
    [InlineData("LOCALE DE")]
    public void SlashAndLetterCaseDoNotMatter(string line)
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run(line).IsDone);
    }
}
