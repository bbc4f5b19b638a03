using System;
using System.IO;
using Playground.Scene;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground.Live;

public sealed class LiveAccountTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void AccountIsRead()
    {
        File.WriteAllText(_file, """{ "communityId": "mine", "apiKey": "hush-hush", "serverId": 2, "api": "v2" }""");

        Assert.True(LiveAccount.TryRead(_file, out var account, out var missing));

        Assert.Equal("api.sonorancad.com", account!.Host);
        Assert.Equal(2, account.Settings.ServerId);
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("{}", "communityId", "apiKey")]
    [InlineData("""{ "communityId": "mine" }""", "apiKey", "In-Game Integration")]
    [InlineData("""{ "apiKey": "hush-hush" }""", "communityId", "In-Game Integration")]
    [InlineData("""{ "communityId": "mine", "apiKey": "hush-hush", "apiUrl": "http://cad.example" }""", "apiUrl", "https")]
    [InlineData("""{ "communityId": "mine", "apiKey": "hush-hush" """, "config.json", "line")]
    public void WhatIsMissingIsNamedWithoutASecret(string config, params string[] named)
    {
        File.WriteAllText(_file, config);

        Assert.False(LiveAccount.TryRead(_file, out var account, out var missing));

        Assert.Null(account);
        Assert.All(named, word => Assert.Contains(word, missing, StringComparison.Ordinal));
        Assert.DoesNotContain("hush", missing, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFileIsNamed()
    {
        Assert.False(LiveAccount.TryRead("no-such-config.json", out _, out var missing));

        Assert.Contains("no-such-config.json", missing, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);
}
