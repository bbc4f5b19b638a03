using System;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Localization;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(0.9, "0 s")]
    [InlineData(89, "89 s")]
    [InlineData(90, "1 min")]
    [InlineData(5399, "89 min")]
    [InlineData(5400, "1 h")]
    [InlineData(172799, "47 h")]
    [InlineData(172800, "2 d")]
    public void DurationUsesReadableUnit(double seconds, string text) =>
        Assert.Equal(text, DurationText.FormatAge(TimeSpan.FromSeconds(seconds)).InEnglish());
}
