using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class ConfigFileTests
{
    private static readonly SettingDefinition ApiKey = SettingDefinitions.Find("apiKey")!;

    private readonly ConfigFile _file = new();

    [Theory]
    [InlineData(5, "1 2 3 4 5")]
    [InlineData(6, "1 2 3 4 5 config.more_warnings")]
    [InlineData(9, "1 2 3 4 5 config.more_warnings")]
    public void OneWarningStandsForAllAfterTheFifth(int count, string keys)
    {
        foreach (var number in Enumerable.Range(1, count))
        {
            _file.AddWarning(new Phrase($"{number}"));
        }

        Assert.Equal(keys, string.Join(' ', _file.Warnings.Select(warning => warning.Key)));
    }

    [Fact]
    public void FirstTwentyErrorsAreKept()
    {
        foreach (var number in Enumerable.Range(1, 21))
        {
            _file.AddError(new Phrase($"{number}"), isAboutAccount: false);
        }

        Assert.Equal((20, "20"), (_file.Errors.Count, _file.Errors[^1].Key));
    }

    [Fact]
    public void FirstErrorInAnAccountSettingBlocksSending()
    {
        _file.AddError(new Phrase("other"), isAboutAccount: false);
        Assert.Null(_file.AccountError);

        _file.AddError(new Phrase("first"), isAboutAccount: true);
        _file.AddError(new Phrase("second"), isAboutAccount: true);

        Assert.Equal("first", _file.AccountError?.Key);
        Assert.Equal(3, _file.Errors.Count);
    }

    [Theory]
    [InlineData("12-long-text", "12-long-text")]
    [InlineData(" 12-long-tex", "12-long-tex")]
    [InlineData("11-long-tex", null)]
    [InlineData("", null)]
    public void TextLongEnoughForASecretIsOneWhereverItIsSet(string text, string? secret)
    {
        _file.ApplyConvar(ApiKey, text);
        _file.Apply(ApiKey, text);
        _file.ApplyConvar(SettingDefinitions.Find("communityId")!, text);

        Assert.Equal(secret is null ? [] : [secret, secret], _file.Secrets);
    }

    [Fact]
    public void ConvarOverridesTheFileInAnyOrder()
    {
        _file.Apply(ApiKey, "of-the-file");
        Assert.Equal("of-the-file", _file.Settings.ApiKey);

        _file.ApplyConvar(ApiKey, "of-the-convar");
        _file.Apply(ApiKey, 42);

        Assert.Equal("of-the-convar", _file.Settings.ApiKey);
        Assert.Empty(_file.Errors);
    }
}
