using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Configuration;

public sealed class SettingComparisonTests
{
    public static TheoryData<string> Keys => [.. SettingDefinitions.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void EverySettingIsComparedAndCopied(string key)
    {
        var definition = SettingDefinitions.Find(key)!;
        var other = SettingSamples.FileWithOther(definition).Settings;
        Assert.Same(definition, Assert.Single(SettingDefinitions.Compare(new Settings(), other)));

        var copy = new Settings();
        definition.Copy(other, copy);
        Assert.Empty(SettingDefinitions.Compare(other, copy));
    }

    [Fact]
    public void EqualSettingsDoNotDiffer() => Assert.Empty(SettingDefinitions.Compare(new Settings(), new Settings()));

    [Fact]
    public void CopyKeepsWhetherAConvarSetTheValue()
    {
        var definition = SettingDefinitions.Find("command")!;
        var byConvar = new ConfigFile();
        byConvar.ApplyConvar(definition, "del911");
        var copy = new Settings();

        definition.Copy(byConvar.Settings, copy);
        Assert.Equal("remove911:command", definition.NameIn(copy));

        definition.Copy(new Settings(), copy);
        Assert.Equal("command", definition.NameIn(copy));
    }
}
