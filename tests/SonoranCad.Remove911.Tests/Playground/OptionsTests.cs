using FxServer;
using Playground;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("--redm", "clear911 101")]
    [InlineData("clear911 101", "--RedM")]
    public void OptionIsAcceptedAnywhere(params string[] arguments)
    {
        var options = Options.Parse(arguments);

        Assert.Equal(FxGame.Rdr3, options.Game);
        Assert.Equal(["clear911 101"], options.Lines);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("calls", "--HELP")]
    public void HelpOptionIsParsed(params string[] arguments) => Assert.True(Options.Parse(arguments).ShowsHelp);

    [Fact]
    public void UnknownOptionIsNamed() => Assert.Equal("--rdm", Options.Parse(["calls", "--rdm"]).Unknown);
}
