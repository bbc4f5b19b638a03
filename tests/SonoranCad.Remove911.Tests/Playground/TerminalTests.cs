using System;
using System.Collections.Concurrent;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class TerminalTests
{
    [Fact]
    public void CommandsRunUntilTerminalCloses()
    {
        using var rig = new PlaygroundRig();
        using var keys = new BlockingCollection<ConsoleKeyInfo>();
        TypedKeys.Add(keys, "clear911 101<Enter>clear911 x<Enter>");
        keys.CompleteAdding();

        // A person at the prompt has already seen what failed, so the exit code is success.
        Assert.True(rig.RunTerminal(keys));

        var shown = rig.NewOutput;
        Assert.Contains("Call 101 cleared.", shown, StringComparison.Ordinal);
        Assert.Contains("The resource refused this, and cleared nothing.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void QuitEndsPrompt()
    {
        using var rig = new PlaygroundRig();
        using var keys = new BlockingCollection<ConsoleKeyInfo>();
        TypedKeys.Add(keys, "QUIT<Enter>clear911 101<Enter>");

        Assert.True(rig.RunTerminal(keys));

        Assert.Equal(5, rig.World.Cad.OpenCalls(rig.World.Community).Count);
    }
}
