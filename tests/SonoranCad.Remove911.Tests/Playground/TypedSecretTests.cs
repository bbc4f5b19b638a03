using System;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class TypedSecretTests
{
    [Theory]
    [InlineData("config apiKey hush-hush", "config", "clear911 reload", "clear911 101", "requests", "config apiKey=hush-hush")]
    [InlineData("config apiKey 1234567890", "config", "clear911 reload", "requests")]
    [InlineData("config apiKey abc", "config", "clear911 reload", "clear911 101", "requests")]
    [InlineData("confg apiKey hush-hush", "hush-hush", "as hush-hush", "fail hush-hush", "rename hush-hush!", "locale hush-hush")]
    [InlineData("config discordWebhook https://discord.com/api/webhooks/1/hush-hush", "config", "clear911 reload", "clear911 101")]
    [InlineData("config discordWebhook http://127.0.0.1:1/api/webhooks/1/hush-hush", "clear911 reload", "clear911 101", "fail 400 hush-hush", "clear911 102")]
    [InlineData("set remove911:apiKey hush-hush", "clear911 reload", "clear911 status", "clear911 101", "requests")]
    [InlineData("set sonoran_apiKey hush-hush", "config apiKey \"\"", "restart", "clear911 101", "requests", "open 106 hush-hush", "calls")]
    [InlineData("set remove911:apiKey \"hush-hush\"", "restart", "clear911 101", "requests", "config")]
    [InlineData("st remove911:apiKey hush-hush", "hush-hush")]
    public void TypedSecretIsShownNowhere(params string[] lines)
    {
        using var rig = new PlaygroundRig();

        rig.RunPiped(string.Join('\n', lines));

        var shown = rig.NewOutput;
        Assert.DoesNotContain("hush", shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("1234567890", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", shown, StringComparison.Ordinal);
        Assert.Contains("[secret]", shown, StringComparison.Ordinal);
    }
}
