using System.Linq;
using Playground.Display;
using Spectre.Console;
using Spectre.Console.Rendering;
using Spectre.Console.Testing;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class ColorCodeTests
{
    [Theory]
    [InlineData("^2Call 1 cleared.^7", "Call 1 cleared.")]
    [InlineData("a^1b^3c", "abc")]
    [InlineData("^", "^")]
    [InlineData("^x 5^", "^x 5^")]
    [InlineData("", "")]
    [InlineData("[bold]^1x[/]", "[bold]x[/]")]
    public void CodesAreRemovedAndTextIsKept(string coded, string plain)
    {
        using var console = new TestConsole();

        console.Write(ColorCodes.Read(coded));

        Assert.Equal(plain, console.Output);
    }

    [Fact]
    public void CodeColorsFollowingText()
    {
        using var console = new TestConsole();
        IRenderable text = ColorCodes.Read("a ^2b ^7c");

        var segments = text.GetSegments(console).Where(segment => !string.IsNullOrWhiteSpace(segment.Text)).ToList();

        Assert.Equal(["a", "b", "c"], segments.Select(segment => segment.Text.Trim()));
        Assert.Equal([Color.Default, Color.Green, Color.Default], segments.Select(segment => segment.Style.Foreground));
    }
}
