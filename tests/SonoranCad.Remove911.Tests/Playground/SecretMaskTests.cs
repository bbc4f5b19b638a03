using System;
using Playground.Display;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("config apiKey X", "config apiKey [secret]")]
    [InlineData("/CONFIG ApiKey  \"a b\" ", "/CONFIG ApiKey  [secret] ")]
    [InlineData("config apiKey=X", "config apiKey=[secret]")]
    [InlineData("config apikeys X", "config apikeys [secret]")]
    [InlineData("config discordWebhook https://discord.com/api/webhooks/1/t", "config discordWebhook [secret]")]
    [InlineData("set sonoran_apiKey X", "set sonoran_apiKey [secret]")]
    [InlineData("set remove911:apiKey X", "set remove911:apiKey [secret]")]
    [InlineData("set remove911:discordWebhook \"X\"", "set remove911:discordWebhook [secret]")]
    [InlineData("sett remove911:apiKey X", "sett remove911:apiKey [secret]")]
    [InlineData("setr \"sonoran_apiKey\" \"X\"", "setr \"sonoran_apiKey\" [secret]")]
    [InlineData("confg apiKey X", "confg apiKey [secret]")]
    [InlineData("apiKey X", "apiKey [secret]")]
    [InlineData("fail redirect https://discord.com/api/webhooks/1/t", "fail redirect https://discord.com/api/webhooks/[secret]")]
    [InlineData("event {\"apiKey\": \"X\", \"n\": 1}", "event {\"apiKey\": [secret], \"n\": 1}")]
    [InlineData("event {\"discordWebhook\": \"https://discord.com/api/webhooks/1/t\"}", "event {\"discordWebhook\": [secret]}")]
    [InlineData("config maxBatch 10", "config maxBatch 10")]
    [InlineData("webhook fail 404", "webhook fail 404")]
    [InlineData("open 106 Mickey Mouse", "open 106 Mickey Mouse")]
    [InlineData("config apiKey", "config apiKey")]
    [InlineData("add_convar_permission sonorancad-remove911 read sonoran_apiKey", "add_convar_permission sonorancad-remove911 read sonoran_apiKey")]
    public void TypedSecretIsMasked(string typed, string shown) => Assert.Equal(shown, new SecretMask().MaskTyped(typed));

    [Theory]
    [InlineData("config apiKey abc", "config apiKey ***")]
    [InlineData("config apiKey", "config apiKey")]
    [InlineData("clear911 101", "clear911 101")]
    public void SecretIsMaskedWhileTyped(string typed, string shown) => Assert.Equal(shown, SecretMask.Star(typed));

    [Theory]
    [InlineData("{\"id\":\"c\",\"key\":\"X\",\"data\":[]}", "{\"id\":\"c\",\"key\":\"[key]\",\"data\":[]}")]
    [InlineData("  \"apiKey\": \"a\\\"b\",", "  \"apiKey\": \"[secret]\",")]
    [InlineData("  \"apiKey\": 12345,", "  \"apiKey\": \"[secret]\",")]
    [InlineData("  \"apiKey\": \"\",", "  \"apiKey\": \"\",")]
    [InlineData("POST /api/webhooks/1/token", "POST /api/webhooks/[secret]")]
    [InlineData("nothing secret", "nothing secret")]
    public void JsonAndWebhookAddressesAreMasked(string text, string shown) => Assert.Equal(shown, new SecretMask().Mask(text));

    [Theory]
    [InlineData("config apiKey hush-hush")]
    [InlineData("config apiKey \"hush-hush\"")]
    [InlineData("config apiKey [\"hush-hush\"]")]
    [InlineData("set sonoran_apiKey hush-hush")]
    public void TypedSecretIsMaskedInLaterOutput(string typed)
    {
        var mask = new SecretMask();

        mask.Learn(typed);

        Assert.DoesNotContain("hush", mask.Mask("The CAD said HUSH-HUSH, hush-hush."), StringComparison.OrdinalIgnoreCase);
    }
}
