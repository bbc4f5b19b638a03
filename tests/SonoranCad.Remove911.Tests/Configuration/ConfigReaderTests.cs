using System.Diagnostics;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class ConfigReaderTests
{
    [Fact]
    public void FullFileIsRead()
    {
        var file = ConfigReader.Read("""
            // comments are allowed
            { "communityId": " abc ", "apiKey": "k-1", "serverId": 3, "apiUrl": "https://cad.example/api/",
              "command": "Del911", "logLevel": "DEBUG" }
            """);

        Assert.Empty(file.Errors);
        Assert.Empty(file.Warnings);
        Assert.Equal("abc", file.Settings.CommunityId);
        Assert.Equal("k-1", file.Settings.ApiKey);
        Assert.Equal(3, file.Settings.ServerId);
        Assert.Equal("https://cad.example/api", file.Settings.ApiUrl);
        Assert.Equal("Del911", file.Settings.Command);
        Assert.Equal(LogLevel.Debug, file.Settings.LogLevel);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("{ \"communityId\": null, \"serverId\": \"\", }")]
    [InlineData("{} // end")]
    [InlineData("/* start */ { /* before */ \"maxBatch\": /* between */ 7 /* after */ }")]
    public void MinimalFilesAreValid(string text)
    {
        var file = ConfigReader.Read(text);

        Assert.Empty(file.Errors);
        Assert.Empty(file.Warnings);
    }

    // The library takes it for octal, so removals would go to another server of the community.
    [Theory]
    [InlineData("\uFEFF{ \"serverId\": 010 }", 10)]
    [InlineData("{ // it's \"7\"\r\n 'serverId':/* 1 */09}", 9)]
    [InlineData("{ \"command\": \"\\\" 010 \", \"serverId\": \"010\" }", 10)]
    [InlineData("{ \"serverId\": 100, \"v1IntervalSeconds\": 0.05 }", 100)]
    public void NumberWithLeadingZeroIsDecimal(string text, int serverId) =>
        Assert.Equal(serverId, ConfigReader.Read(text).Settings.ServerId);

    [Theory]
    [InlineData("/*")]
    [InlineData("\"\\")]
    [InlineData("'\\")]
    public void UnclosedCommentsAndStringsCostLittle(string text)
    {
        var time = Stopwatch.StartNew();
        var file = ConfigReader.Read(string.Concat(Enumerable.Repeat(text, 60_000 / text.Length)));

        Assert.NotEmpty(file.Errors);
        Assert.InRange(time.Elapsed.TotalSeconds, 0, 1);
    }

    [Theory]
    [InlineData("{\n  \"serverId\": 0x10 }", "serverId must be a whole number of 1 or more, or null, but is \"0x10\".")]
    [InlineData("{ \"maxBatch\": 010 }", "maxBatch must be a whole number from 1 to 100, but is \"010\".")]
    [InlineData("{ \"maxBatch\": -010 }", "maxBatch must be a whole number from 1 to 100, but is \"-010\".")]
    public void NumberThatJsonDoesNotHaveIsReported(string text, string error) =>
        Assert.StartsWith(error, Assert.Single(ConfigReader.Read(text).Errors).InEnglish());

    [Theory]
    [InlineData("{\n  \"communityId\": \"a\"\n  \"apiKey\": \"SECRET\"\n}", "line 3, column 2")]
    [InlineData("{\n  \"apiKey\": SECRET\n}", "line 2, column")]
    [InlineData("{\n  \"apiKey\": 012SECRET\n}", "line 2, column")]
    [InlineData("{\n  \"apiKey\": 012-345-SECRET\n}", "line 2, column")]
    [InlineData("{ \"apiKey\": \"SECRET", "line 1, column")]
    [InlineData("{ \"apiKey\": \"SECRET\"", "line 1, column")]
    [InlineData("{ \"apiKey\":", "line 1, column")]
    [InlineData("{} {}", "line 1, column")]
    [InlineData("{} // comment\n}", "line 2, column")]
    public void InvalidJsonIsReportedWithLineAndColumn(string text, string place)
    {
        var file = ConfigReader.Read(text);

        Assert.Contains(place, Assert.Single(file.Errors).InEnglish());
        Assert.DoesNotContain("SECRET", file.AccountError!.InEnglish());
    }

    [Theory]
    [InlineData("\uFFFD\uFFFD{")]
    [InlineData("{")]
    public void FileInUtf16IsRecognized(string text) => Assert.Contains("saved as UTF-16", ConfigReader.Read(text).AccountError!.InEnglish());

    [Fact]
    public void FileOfMoreThan64KilobytesIsNotRead()
    {
        var text = "{ \"maxBatch\": 7 }".PadRight(64 * 1024);
        Assert.Equal(7, ConfigReader.Read(text).Settings.MaxBatch);

        var file = ConfigReader.Read(text + " ");

        Assert.StartsWith("config.json is longer than 64 KB", file.AccountError!.InEnglish());
        Assert.Equal(50, file.Settings.MaxBatch);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("null")]
    public void NonObjectIsRejected(string text)
    {
        var file = ConfigReader.Read(text);

        Assert.Contains("one object", Assert.Single(file.Errors).InEnglish());
        Assert.NotNull(file.AccountError);
    }

    [Theory]
    [InlineData("\"communityId\": 42", "communityId must be text in double quotes, but is 42")]
    [InlineData("\"communityId\": [1]", "communityId must be text in double quotes, but is a list")]
    [InlineData("\"communityId\": \"a b\"", "communityId contains a space")]
    [InlineData("\"apiKey\": 42", "apiKey must be text in double quotes. Write")]
    [InlineData("\"apiKey\": \"SE CRET\"", "apiKey contains a space, a line break, an invisible character or more than 500 characters. Type it by hand")]
    [InlineData("\"serverId\": 0", "serverId must be a whole number of 1 or more, or null, but is 0")]
    [InlineData("\"serverId\": \"one\"", "but is \"one\"")]
    [InlineData("\"serverId\": 1.5", "but is 1.5")]
    [InlineData("\"serverId\": 99999999999999999999999", "serverId must be a whole number")]
    [InlineData("\"serverId\": {}", "but is an object")]
    [InlineData("\"apiUrl\": \"http://api.sonorancad.com\"", "apiUrl must begin with https://")]
    [InlineData("\"apiUrl\": \"http://localhost.evil.example\"", "apiUrl must begin with https://")]
    [InlineData("\"apiUrl\": \"http://127.0.0.1.evil.example\"", "apiUrl must begin with https://")]
    [InlineData("\"apiUrl\": \"api.sonorancad.com\"", "apiUrl must be a full https address")]
    [InlineData("\"apiUrl\": \"ftp://x\"", "apiUrl must be a full https address")]
    [InlineData("\"apiUrl\": \"https://u:PASSWORD@x\"", "apiUrl must not contain a user name or password. Set it to")]
    [InlineData("\"apiUrl\": \"https://x/?a=b\"", "without ? and #")]
    [InlineData("\"apiUrl\": null", "apiUrl must be an address in double quotes, but is null")]
    public void InvalidAccountSettingIsExplainedAndBlocksSending(string setting, string expected)
    {
        var file = ConfigReader.Read("{" + setting + "}");

        Assert.Contains(expected, Assert.Single(file.Errors).InEnglish());
        Assert.NotNull(file.AccountError);
        Assert.DoesNotContain("SE CRET", file.AccountError!.InEnglish());
        Assert.DoesNotContain("PASSWORD", file.AccountError!.InEnglish());
    }

    [Theory]
    [InlineData("\"command\": \"/clear911\"", "command must be 1 to 32 letters")]
    [InlineData("\"command\": \"\"", "command must be")]
    [InlineData("\"command\": null", "command must be")]
    [InlineData("\"command\": \"clear 911\"", "but is \"clear 911\"")]
    [InlineData("\"logLevel\": \"verbose\"", "logLevel must be one of \"error\", \"warn\", \"info\", \"debug\", but is \"verbose\"")]
    [InlineData("\"api\": \"v3\"", "api must be one of \"auto\", \"v1\", \"v2\", but is \"v3\"")]
    [InlineData("\"maxBatch\": 0", "maxBatch must be a whole number from 1 to 100, but is 0. Until then it is 50.")]
    [InlineData("\"maxBatch\": 1.5", "maxBatch must be a whole number")]
    [InlineData("\"maxAgeMinutes\": \"60\"", "maxAgeMinutes must be a whole number from 1 to 1440, but is \"60\"")]
    [InlineData("\"maxWaiting\": 1e99", "maxWaiting must be a whole number from 50 to 10000")]
    [InlineData("\"v1IntervalSeconds\": 0", "v1IntervalSeconds must be a number from 0.01 to 60, but is 0")]
    [InlineData("\"v1IntervalSeconds\": null", "v1IntervalSeconds must be a number")]
    [InlineData("\"v2RequestsPerMinute\": true", "v2RequestsPerMinute must be a whole number")]
    [InlineData("\"playerRequests\": 99999999999999999999999999", "playerRequests must be a whole number from 1 to 1000")]
    [InlineData("\"logLevel\": \"3\"", "logLevel must be")]
    [InlineData("\"logLevel\": true", "logLevel must be")]
    [InlineData("\"locale\": \"..\"", "but is \"..\". Until then it is \"en\".")]
    [InlineData("\"locale\": \"de.json\"", "but is \"de.json\". Until then it is \"en\".")]
    [InlineData("\"locale\": \"\"", "but is \"\". Until then it is \"en\".")]
    [InlineData("\"locale\": 7", "but is 7. Until then it is \"en\".")]
    [InlineData("\"locale\": null", "but is null. Until then it is \"en\".")]
    [InlineData("\"locale\": [\"de\"]", "but is a list. Until then it is \"en\".")]
    public void InvalidOptionalSettingIsReportedAndUsesDefault(string setting, string expected)
    {
        var file = ConfigReader.Read("{" + setting + "}");

        Assert.Contains(expected, Assert.Single(file.Errors).InEnglish());
        Assert.Null(file.AccountError);
        Assert.Equal("clear911", file.Settings.Command);
        Assert.Equal(LogLevel.Info, file.Settings.LogLevel);
        Assert.Equal("en", file.Settings.Locale);
        Assert.Equal((50, 60, 1000, 1.0, 10, 5), Numbers(file.Settings));
    }

    [Theory]
    [InlineData("apikye", "Did you mean \"apiKey\"?")]
    [InlineData("comunityID", "Did you mean \"communityId\"?")]
    [InlineData("url", "Did you mean \"apiUrl\"?")]
    [InlineData("somethingElse", "The settings are communityId, apiKey")]
    public void UnknownKeyWarnsWithSuggestion(string key, string hint)
    {
        var file = ConfigReader.Read($$"""{ "{{key}}": "SECRET" }""");

        Assert.Contains(hint, Assert.Single(file.Warnings).InEnglish());
        Assert.DoesNotContain("SECRET", file.Warnings[0].InEnglish());
        Assert.Empty(file.Errors);
    }

    [Theory]
    [InlineData("http://127.0.0.1:30121")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://[::1]:80")]
    [InlineData("https://api.sonorancad.com")]
    public void HttpsAndLoopbackUrlsAreAccepted(string url) =>
        Assert.Equal(url.TrimEnd('/'), ConfigReader.Read($$"""{ "apiUrl": "{{url}}" }""").Settings.ApiUrl);

    [Theory]
    [InlineData("DE", "de")]
    [InlineData(" de ", "de")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("pt_BR", "pt-BR")]
    public void LanguageNameIgnoresCaseAndSeparator(string written, string locale) =>
        Assert.Equal(locale, ConfigReader.Read($$"""{ "locale": "{{written}}" }""").Settings.Locale);

    [Fact]
    public void DeliverySettingsAreRead()
    {
        var file = ConfigReader.Read("""
            { "api": "V2", "maxBatch": 10, "maxAgeMinutes": 5, "maxWaiting": 100, "v1IntervalSeconds": 0.5,
              "v2RequestsPerMinute": 30, "playerRequests": 20 }
            """);

        Assert.Empty(file.Errors);
        Assert.Equal(ApiMode.V2, file.Settings.Api);
        Assert.Equal((10, 5, 100, 0.5, 30, 20), Numbers(file.Settings));
    }

    [Theory]
    [InlineData("""{ "communityId": "exact", "communityID": "other" }""", "exact", "contains \"communityID\" and \"communityId\", which are the same setting. \"communityId\" counts")]
    [InlineData("""{ "communityID": "other", "communityId": "exact" }""", "exact", "contains \"communityID\" and \"communityId\", which are the same setting. \"communityId\" counts")]
    [InlineData("""{ "communityID": "first", "COMMUNITYID": "last" }""", "last", "contains \"COMMUNITYID\" twice; the last one counts")]
    public void ExactKeyCountsBeforeOtherSpellingsAndDuplicatesWarn(string text, string value, string warning)
    {
        var file = ConfigReader.Read(text);

        Assert.Equal(value, file.Settings.CommunityId);
        Assert.Contains(warning, Assert.Single(file.Warnings).InEnglish());
    }

    [Theory]
    [InlineData("""{ "communityID": "a", "communityId": "exact", "COMMUNITYID": "b" }""", "exact", "two_spellings two_spellings")]
    [InlineData("""{ "communityId": "a", "communityId": "exact" }""", "exact", "twice")]
    [InlineData("""{ "other-1": 1, "other-2": 1, "other-3": 1, "other-4": 1, "other-5": 1, "other-6": 1 }""", "", "unknown_key unknown_key unknown_key unknown_key unknown_key more_warnings")]
    [InlineData("""{ "communityId": "exact", "other": 1, "other": 2 }""", "exact", "unknown_key twice unknown_key")]
    public void EachUnknownOrRepeatedKeyIsWarnedAbout(string text, string value, string warnings)
    {
        var file = ConfigReader.Read(text);

        Assert.Equal(value, file.Settings.CommunityId);
        Assert.Equal(warnings, string.Join(' ', file.Warnings.Select(warning => warning.Key["config.".Length..])));
    }

    [Fact]
    public void DeepNestingIsRejectedWithoutCrash() =>
        Assert.NotNull(ConfigReader.Read("{\"x\":" + string.Concat(Enumerable.Repeat("[", 100_000))).AccountError);

    private static (int Batch, int Age, int Waiting, double V1, int V2, int Player) Numbers(Settings settings) => (
        settings.MaxBatch, settings.MaxAgeMinutes, settings.MaxWaiting, settings.V1IntervalSeconds, settings.V2RequestsPerMinute, settings.PlayerRequests);
}
