using System;
using System.Linq;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class FaultParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("200")]
    [InlineData("400")]
    [InlineData("999")]
    [InlineData("slow")]
    [InlineData("slow -1")]
    [InlineData("slow soon")]
    [InlineData("drop it")]
    [InlineData("firewall soon")]
    [InlineData("firewall-line 99")]
    [InlineData("deprecated now")]
    [InlineData("redirect")]
    [InlineData("redirect nowhere")]
    public void UnknownTextIsRejectedWithListOfFaults(string words)
    {
        Assert.False(CadFault.TryParse(words, out var found, out var error));
        Assert.Same(CadFault.None, found);
        Assert.Contains("redirect URL", error, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryHelpLineParsesWithPlaceholdersFilled()
    {
        foreach (var usage in CadFault.Syntaxes.Select(word => word.Usage))
        {
            var words = usage.Replace("SECONDS", "1", StringComparison.Ordinal).Replace("URL", "https://x/", StringComparison.Ordinal);
            Assert.True(CadFault.TryParse(words, out _, out var error), error);
        }
    }
}
