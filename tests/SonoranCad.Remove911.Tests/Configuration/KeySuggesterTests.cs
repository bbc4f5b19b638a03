using SonoranCad.Remove911.Configuration;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class KeySuggesterTests
{
    [Theory]
    [InlineData("apiKey", "apiKey")]
    [InlineData("APIKEY", "apiKey")]
    [InlineData("apiKeys", "apiKey")]
    [InlineData("aiKy", "apiKey")]
    [InlineData("bpjKey", "apiKey")]
    [InlineData("key", "apiKey")]
    [InlineData("myApiKey1", "apiKey")]
    [InlineData("ey", null)]
    [InlineData("myApiKey12", null)]
    [InlineData("xyzwey", null)]
    [InlineData("aud", "audit")]
    [InlineData("adiut", "audit")]
    public void KeyWithinThreeTyposIsSuggested(string name, string? suggestion) =>
        Assert.Equal(suggestion, KeySuggester.Suggest(name, ["apiKey", "audit"]));

    [Theory]
    [InlineData("url", null)]
    [InlineData("ai", "api")]
    [InlineData("key", "apiKey")]
    public void ShortNameIsNotTakenForAnyShortKey(string name, string? suggestion) =>
        Assert.Equal(suggestion, KeySuggester.Suggest(name, ["api", "apiKey", "audit"]));

    [Fact]
    public void ClosestKeyIsSuggested() => Assert.Equal("apiKey", KeySuggester.Suggest("apiKe", ["api", "apiUrl", "apiKey", "locale"]));
}
