using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Documents;

/// <summary>Compares the owners' table of settings with the definitions.</summary>
public sealed partial class SettingTableTests
{
    private const string Header = "| key | default | range | reload | meaning |";

    private static readonly Dictionary<string, DocumentedSetting> Rows = ReadTable().ToDictionary(row => row.Key);

    public static TheoryData<string> Keys => [.. SettingDefinitions.Keys];

    [Fact]
    public void TableListsEverySettingInOrder() => Assert.Equal(SettingDefinitions.Keys, ReadTable().Select(row => row.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void TableHasDefaultsOfSettings(string key) =>
        Assert.Equal(Written(SettingDefinitions.Find(key)!.ValueIn(new Settings())), Rows[key].Default);

    [Theory]
    [MemberData(nameof(Keys))]
    public void TableHasRangesOfDefinitions(string key) => Assert.Equal(SettingDefinitions.Find(key)!.Range, Rows[key].Range);

    [Theory]
    [MemberData(nameof(Keys))]
    public void RangeNamesEveryAllowedWord(string key)
    {
        var words = SettingDefinitions.Find(key)!.Words;

        Assert.All(words, word => Assert.Contains($"`{word.Text}`", Rows[key].Values, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void MeaningSaysWhetherSettingIsSecret(string key) =>
        Assert.Equal(SettingDefinitions.Find(key)!.IsSecret, Rows[key].Meaning.Contains("secret", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Keys))]
    public void ReloadColumnMatchesDefinition(string key) =>
        Assert.Equal(SettingDefinitions.Find(key)!.IsReloadable ? "yes" : "restart", Rows[key].Reload);

    [Fact]
    public void EveryConvarOnPagesIsThatOfASetting()
    {
        var keys = Page.Paths().SelectMany(path => Convar().Matches(Repository.Text(path))).Select(match => match.Groups["key"].Value).ToHashSet();

        Assert.Contains("apiKey", keys);
        Assert.All(keys, key => Assert.Equal(key, SettingDefinitions.Find(key)?.Key));
    }

    [GeneratedRegex(@"(?<!sonorancad-)remove911:(?<key>\w+)")]
    private static partial Regex Convar();

    private static string Written(object? value) => value switch
    {
        Enum word => $"\"{word}\"".ToLowerInvariant(),
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => JsonConvert.SerializeObject(value),
    };

    private static IEnumerable<DocumentedSetting> ReadTable() => Repository.Text("docs/configuration.md").Split('\n')
        .SkipWhile(line => line != Header).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(DocumentedSetting.Parse);

    private sealed partial record DocumentedSetting(string Key, string Default, string Values, string Reload, string Meaning)
    {
        /// <summary>"1 to 1440", "0 or 5 to 10080", or "from 1" without an upper limit.</summary>
        public SettingRange? Range => Bounds().Match(Values) is { Success: true } match
            ? new SettingRange(Number(match.Groups["min"]), match.Groups["max"].Success ? Number(match.Groups["max"]) : int.MaxValue, match.Groups["zero"].Success)
            : null;

        public static DocumentedSetting Parse(string line)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            return new DocumentedSetting(cells[1].Trim('`'), cells[2].Trim('`'), cells[3], cells[4], cells[5]);
        }

        private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"^(?:(?<zero>0 or )?(?<min>[\d.]+) to (?<max>[\d.]+)|from (?<min>\d+))$")]
        private static partial Regex Bounds();
    }
}
