using Playground.Commands;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground.Live;

public sealed class RemovalDetectorTests
{
    [Theory]
    [InlineData("clear911 101")]
    [InlineData("/CLEAR911 101 102")]
    [InlineData("clear911 last")]
    [InlineData("clear911 all confirm")]
    [InlineData("clear911 confirm")]
    [InlineData("as 2 /clear911 101")]
    [InlineData("as 2 clear911 last")]
    [InlineData("as 2 event 101")]
    [InlineData("event [101]")]
    [InlineData("export 101")]
    [InlineData("forge 101")]
    public void LineThatClearsCallsIsFound(string line) => Assert.True(Detects(line));

    [Theory]
    [InlineData("clear911")]
    [InlineData("clear911 all")]
    [InlineData("clear911 from Jane confirm")]
    [InlineData("clear911 older 30")]
    [InlineData("clear911 status")]
    [InlineData("clear911 reload")]
    [InlineData("as 2 clear911")]
    [InlineData("as 2 chat")]
    [InlineData("export status")]
    [InlineData("calls")]
    [InlineData("")]
    public void OtherLinesAreNot(string line) => Assert.False(Detects(line));

    [Fact]
    public void RenamedCommandIsFound()
    {
        using var rig = new PlaygroundRig();
        rig.World.Configure("command", "c911");
        rig.Session.Start();

        Assert.True(new RemovalDetector(rig.World).ClearsCalls("as 2 /c911 101"));
    }

    private static bool Detects(string line)
    {
        using var rig = PlaygroundRig.Started();
        return new RemovalDetector(rig.World).ClearsCalls(line);
    }
}
