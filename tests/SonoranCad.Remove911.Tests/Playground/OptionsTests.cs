using System;
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
    public void UnknownOptionIsNamed() => Assert.Contains("--rdm", Options.Parse(["calls", "--rdm"]).Problem, StringComparison.Ordinal);

    [Fact]
    public void PageHasAPort()
    {
        var options = Options.Parse(["--web", "--port", "8911"]);

        Assert.True(options.IsWeb);
        Assert.Equal(8911, options.Port);
        Assert.Null(options.Problem);
        Assert.Equal(0, Options.Parse(["--web"]).Port);
    }

    [Fact]
    public void LiveHasAConfigFile()
    {
        var options = Options.Parse(["--live", "--config", "Mine.json", "clear911 7"]);

        Assert.True(options.IsLive);
        Assert.Equal("Mine.json", options.ConfigFile);
        Assert.Equal(["clear911 7"], options.Lines);
        Assert.Null(options.Problem);
    }

    [Theory]
    [InlineData("--port", "--web", "--port")]
    [InlineData("--port", "--web", "--port", "80x")]
    [InlineData("--port", "--web", "--port", "65536")]
    [InlineData("--port", "--port", "8911")]
    [InlineData("--web", "--web", "clear911 101")]
    [InlineData("--config", "--config", "Mine.json")]
    [InlineData("--config", "--live", "--config")]
    public void OptionThatMakesNoSenseIsNamed(string named, params string[] arguments) =>
        Assert.Contains(named, Options.Parse(arguments).Problem, StringComparison.Ordinal);
}
