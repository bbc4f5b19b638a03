using System;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class PlaygroundRunTests
{
    [Theory]
    [InlineData(true, "clear911 101")]
    [InlineData(true, "clear911 101", "event 102", "export 103")]
    [InlineData(true, "calls")]
    [InlineData(true, "rename my911", "clear911 101", "export 102", "event 103")]
    [InlineData(false, "as 1 clear911 101")]
    [InlineData(false, "fail 403", "clear911 101")]
    [InlineData(false, "foo", "clear911 101")]
    public void OneShotReturnsWhetherEveryCommandSucceeded(bool allDone, params string[] lines)
    {
        using var rig = new PlaygroundRig();

        Assert.Equal(allDone, rig.RunOneShot(lines));
    }

    [Fact]
    public void CallIsClearedOverRealSockets()
    {
        using var rig = new PlaygroundRig(sockets: true);

        Assert.True(rig.RunOneShot("clear911 101"));
    }

    [Fact]
    public void OneShotShowsCallsBeforeAndAfter()
    {
        using var rig = new PlaygroundRig();

        rig.RunOneShot("clear911 101");

        var shown = rig.NewOutput;
        Assert.Contains("calls before open 101 102 103 104 105; cleared none", shown, StringComparison.Ordinal);
        Assert.Contains("calls after  open 102 103 104 105; cleared 101", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void PromptShowsWelcomeAndStopsAtEndOfInput()
    {
        using var rig = new PlaygroundRig();

        rig.RunPiped("clear911 101\n\nfoo\n");

        var shown = rig.NewOutput;
        Assert.Contains("nothing leaves this machine", shown, StringComparison.Ordinal);
        Assert.Contains("> clear911 101", shown, StringComparison.Ordinal);
        Assert.Contains("Call 101 cleared.", shown, StringComparison.Ordinal);
        Assert.Contains("There is no command \"foo\".", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void QuitStopsPrompt()
    {
        using var rig = new PlaygroundRig();

        rig.RunPiped("quit\nclear911 101\n");

        Assert.Equal(5, rig.World.Cad.OpenCalls(rig.World.Community).Count);
    }

    [Fact]
    public void LinesFitEightyColumns()
    {
        using var rig = new PlaygroundRig(width: 80);

        rig.RunPiped("help\nfail\nfail html\nclear911 101\ncalls\nrequests\naudit\nwebhook on\nclear911 102\n");

        Assert.All(rig.NewOutput.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void TemporaryFolderIsDeletedOnDispose()
    {
        var rig = new PlaygroundRig();
        var config = rig.World.ConfigFile;
        Assert.True(System.IO.File.Exists(config));

        rig.Dispose();

        Assert.False(System.IO.Directory.Exists(System.IO.Path.GetDirectoryName(config)));
    }
}
