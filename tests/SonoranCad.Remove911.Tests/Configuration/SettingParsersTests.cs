using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class SettingParsersTests
{
    private static readonly string MaxText = new('x', 500);

    public static TheoryData<string, string, object?> Accepted => new()
    {
        { "communityId", "null", string.Empty },
        { "communityId", $"\" {MaxText} \"", MaxText },
        { "serverId", "1", 1 },
        { "serverId", "2147483647", int.MaxValue },
        { "serverId", "\" 3 \"", 3 },
        { "serverId", "\" \"", null },
        { "apiUrl", "\" https://cad.example/api// \"", "https://cad.example/api" },
        { "api", "\" V2 \"", ApiMode.V2 },
        { "notify", "\"OX_LIB\"", NotificationMode.OxLib },
        { "audit", "false", false },
        { "audit", "true", true },
        { "maxBatch", "5.0", 5 },
        { "maxBatch", "1e1", 10 },
        { "v1IntervalSeconds", "0.25", 0.25 },
        { "v1IntervalSeconds", "2", 2.0 },
        { "discordWebhook", "\" \"", string.Empty },
        { "discordWebhook", "\" https://discord.com/api/webhooks/1/x \"", "https://discord.com/api/webhooks/1/x" },
        { "command", "\"Clear_911-now\"", "Clear_911-now" },
    };

    public static TheoryData<string, string, string> Rejected => new()
    {
        { "communityId", $"\"{MaxText}x\"", "communityId contains a space, a line break, an invisible character or more than 500 characters." },
        { "serverId", "-1", "serverId must be a whole number of 1 or more, or null, but is -1." },
        { "serverId", "1.0", "serverId must be a whole number of 1 or more, or null, but is 1.0." },
        { "serverId", "2147483648", "serverId must be a whole number of 1 or more, or null, but is 2147483648." },
        { "serverId", "\"+3\"", "serverId must be a whole number of 1 or more, or null, but is \"+3\"." },
        { "serverId", "true", "serverId must be a whole number of 1 or more, or null, but is true." },
        { "apiUrl", "\"@\"", "apiUrl must be a full https address. Set it to" },
        { "apiUrl", "\"https://cad.example/ secret\"", "apiUrl must not contain a space or an invisible character. Set it to" },
        { "apiUrl", "\"ftp://cad.example\"", "apiUrl must be a full https address, but is \"ftp://cad.example\". Set it to" },
        { "audit", "\"true\"", "audit must be true or false, without quotes, but is \"true\"." },
        { "audit", "1", "audit must be true or false, without quotes, but is 1." },
        { "discordWebhook", "1", "discordWebhook must be a full https address in double quotes, as Discord shows it, or \"\". Until then nothing is posted." },
        { "command", "\"123456789012345678901234567890123\"", "command must be 1 to 32 letters, digits, - or _ without a slash, but is" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void ValueIsRead(string key, string json, object? expected)
    {
        var file = ConfigReader.Read($$"""{ "{{key}}": {{json}} }""");

        Assert.Empty(file.Errors);
        Assert.Equal(expected, SettingDefinitions.Find(key)!.ValueIn(file.Settings));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void WrongValueIsExplained(string key, string json, string error)
    {
        var file = ConfigReader.Read($$"""{ "{{key}}": {{json}} }""");

        Assert.StartsWith(error, Assert.Single(file.Errors).InEnglish());
        Assert.Empty(SettingDefinitions.Compare(new Settings(), file.Settings));
    }
}
