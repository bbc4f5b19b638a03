using System;
using System.Linq;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.CadServer;

public sealed class FaultWordTests
{
    [Theory]
    [InlineData("429", "429")]
    [InlineData("429 5", "429")]
    [InlineData("401", "401")]
    [InlineData("403", "403")]
    [InlineData("404", "404")]
    [InlineData("500", "500 The service is unavailable.")]
    [InlineData("503", "503 The service is unavailable.")]
    [InlineData("400 SOME TEXT", "400 SOME TEXT")]
    [InlineData(" Backend ", "backend")]
    [InlineData("html", "html")]
    [InlineData("empty", "empty")]
    [InlineData("garbage", "garbage")]
    [InlineData("slow 7", "slow 7")]
    [InlineData("slow 0.5", "slow 0.5")]
    [InlineData("slow-body  7", "slow-body 7")]
    [InlineData("drop", "drop")]
    [InlineData("drop-after", "drop-after")]
    [InlineData("redirect https://x/", "redirect https://x/")]
    [InlineData("none", "none")]
    public void TheWordsOfTheHelpAreFaults(string words, string fault)
    {
        Assert.True(CadFault.TryParse(words, out var found, out var error), error);
        Assert.Equal(fault, found.ToString());
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("200")]
    [InlineData("400")]
    [InlineData("999")]
    [InlineData("slow")]
    [InlineData("slow -1")]
    [InlineData("slow soon")]
    [InlineData("drop it")]
    [InlineData("redirect")]
    [InlineData("redirect nowhere")]
    public void OtherWordsAreRefusedWithTheListOfWhatThereIs(string words)
    {
        Assert.False(CadFault.TryParse(words, out var found, out var error));
        Assert.Same(CadFault.None, found);
        Assert.Contains("redirect URL", error, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryLineOfTheHelpCanBeTypedOnceItsPlaceholderIsFilled()
    {
        foreach (var usage in CadFault.Words.Select(word => word.Usage))
        {
            var words = usage.Replace("SECONDS", "1", StringComparison.Ordinal).Replace("URL", "https://x/", StringComparison.Ordinal);
            Assert.True(CadFault.TryParse(words, out _, out var error), error);
        }
    }
}
