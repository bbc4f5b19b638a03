using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>Rules for every language that is shipped.</summary>
public sealed partial class ShippedLocaleTests
{
    // Names that people search for literally, in a file or in the README: no language translates them.
    private static readonly string[] TechnicalNames =
    [
        .. SettingDefinitions.Keys.Where(key => key.Any(char.IsUpper)), "config.json", "server.cfg", "README", "add_ace", "builtin.everyone",
        "add_convar_permission", "aside:", "sonorancad", "Sonoran CAD", "sonoran_communityID", "sonoran_apiKey", "sonoran_serverId",
        "https://", "127.0.0.1", "\"en\"", "\"pt-BR\"", "\"command\"", "null", "true", "false", "(401)", "(403)", "(429)", "Standard", "Discord", "911",
    ];

    private static readonly ShippedLocale English = ShippedLocale.Of(ShippedLocale.English);

    public static TheoryData<string> Languages => [.. ShippedLocale.Names()];

    [Fact]
    public void ExpectedLanguagesAreShipped() => Assert.Equal(["de", "en", "es", "fr", "nl", "pt-BR"], ShippedLocale.Names());

    [Theory]
    [MemberData(nameof(Languages))]
    public void FileIsUtf8WithoutByteOrderMarkAndEndsWithNewline(string language)
    {
        var bytes = ShippedLocale.Of(language).Bytes;

        Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.DoesNotContain((byte)'\r', bytes);
        _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void KeysAreUnique(string language) => ListAssert.Empty(
        ShippedLocale.Of(language).Entries.GroupBy(entry => entry.Key).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryEnglishKeyIsTranslated(string language) => ListAssert.Empty(English.Texts.Keys.Except(ShippedLocale.Of(language).Texts.Keys));

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryKeyExistsInEnglish(string language) => ListAssert.Empty(ShippedLocale.Of(language).Texts.Keys.Except(English.Texts.Keys));

    [Theory]
    [MemberData(nameof(Languages))]
    public void PlaceholdersMatchEnglish(string language) => AssertEach(
        language, (key, text) => Placeholders.AreWellFormed(text) && Placeholders.Of(text).SetEquals(Placeholders.Of(English.Texts[key])));

    [Theory]
    [MemberData(nameof(Languages))]
    public void TextsAreNotBlankAndEdgeWhitespaceMatchesEnglish(string language) => AssertEach(
        language,
        (key, text) => !string.IsNullOrWhiteSpace(text)
            && char.IsWhiteSpace(text[0]) == char.IsWhiteSpace(English.Texts[key][0])
            && char.IsWhiteSpace(text[^1]) == char.IsWhiteSpace(English.Texts[key][^1]));

    [Theory]
    [MemberData(nameof(Languages))]
    public void TextsContainNoColorCodesOrControlCharacters(string language) =>
        AssertEach(language, (_, text) => !ForbiddenCharacters().IsMatch(language == "fr" ? FrenchSpaces().Replace(text, " ") : text));

    [Fact]
    public void FrenchSpacesBeforePunctuationAreUnbreakable() => AssertEach("fr", (_, text) => !BreakableFrenchSpaces().IsMatch(text));

    [Theory]
    [MemberData(nameof(Languages))]
    public void TechnicalNamesAreNotTranslated(string language) => AssertEach(
        language,
        (key, text) => TechnicalNames.All(name => !English.Texts[key].Contains(name, StringComparison.Ordinal) || text.Contains(name, StringComparison.Ordinal)));

    // Texts are concatenated: a sentence must end like the English one, and a continuation needs its leading comma.
    [Theory]
    [MemberData(nameof(Languages))]
    public void PunctuationAtEdgesMatchesEnglish(string language) => AssertEach(
        language,
        (key, text) => EndsAlike(text, English.Texts[key]) && text.StartsWith(',') == English.Texts[key].StartsWith(','));

    [Theory]
    [MemberData(nameof(Languages))]
    public void LocaleFileReaderReportsNoError(string language)
    {
        var texts = LocaleFile.Read(Repository.Text($"locales/{language}.json"), out var fault);

        Assert.Null(fault);
        Assert.Equal(English.Texts.Count, texts.Count);
    }

    [Theory]
    [InlineData("en", "apiKey has no value", "communityId and apiKey have no value")]
    [InlineData("de", "Es fehlt der Wert für apiKey", "Es fehlen die Werte für communityId und apiKey")]
    [InlineData("es", "falta el valor de apiKey", "faltan los valores de communityId y apiKey")]
    [InlineData("fr", "il manque une valeur pour apiKey", "il manque les valeurs de communityId et apiKey")]
    [InlineData("nl", "er is geen waarde voor apiKey", "er zijn geen waarden voor communityId en apiKey")]
    [InlineData("pt-BR", "falta o valor de apiKey", "faltam os valores de communityId e apiKey")]
    public void OneAndTwoMissingKeysHaveSeparateSentences(string language, string one, string two)
    {
        var texts = ShippedLocale.Of(language).Texts;
        var keys = texts["config.two_keys"].Replace("{first}", "communityId", StringComparison.Ordinal).Replace("{second}", "apiKey", StringComparison.Ordinal);

        Assert.All(["outcome.not_configured", "start.missing"], key =>
        {
            Assert.Contains(one, texts[key + ".one"].Replace("{keys}", "apiKey", StringComparison.Ordinal));
            Assert.Contains(two, texts[key + ".many"].Replace("{keys}", keys, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void CallIdPlaceholderIsTranslated(string language) =>
        AssertEach(language, (_, text) => language == ShippedLocale.English || !text.Contains("<callId", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void MessagesThatRequireCadValuesSayWhereToFindThem(string language)
    {
        var texts = ShippedLocale.Of(language).Texts;

        Assert.All(
            [
                "start.missing_fix", "start.community_missing", "start.key_withheld", "start.key_not_published", "config.odd_text",
                "check.community_unknown", "check.key_refused", "check.key_refused_v2", "log.account_refused",
            ],
            key => Assert.Contains("Admin, In-Game Integration, API", texts[key]));
        Assert.All(["config.server_id", "config.server_convar"], key => Assert.Contains("Customization, Multiple Servers", texts[key]));
    }

    private static bool EndsAlike(string text, string english) => english[^1] is '.' or '?' or '}' or ']' or ':'
        ? text[^1] == english[^1]
        : text[^1] is not ('.' or '?' or ':');

    private static void AssertEach(string language, Func<string, string, bool> isFit) => ListAssert.Empty(
        ShippedLocale.Of(language).Texts
            .Where(line => English.Texts.ContainsKey(line.Key) && !isFit(line.Key, line.Value))
            .Select(line => $"{line.Key}: {line.Value}"));

    [GeneratedRegex("[\u00A0\u202F](?=[:;!?»])|(?<=«)[\u00A0\u202F]")]
    private static partial Regex FrenchSpaces();

    [GeneratedRegex(" [:;!?»]|« ")]
    private static partial Regex BreakableFrenchSpaces();

    // Also forbids invisible characters (zero-width marks, direction marks, soft hyphens) and spaces that only look like one.
    [GeneratedRegex(@"\^[0-9]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00A0\u202F\uFFFD]|  ")]
    private static partial Regex ForbiddenCharacters();
}
