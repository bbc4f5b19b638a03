using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>English is complete, and matches the keys and placeholders in the code.</summary>
public sealed class EnglishLocaleCoverageTests
{
    // Strings for the server. Everything else that looks like a key must be one.
    private static readonly string[] NonKeys = ["builtin.everyone"];

    private static readonly ShippedLocale English = ShippedLocale.Of(ShippedLocale.English);

    private static readonly IReadOnlyList<PhraseSite> Sites = PhraseSiteFinder.FindIn(SourceTree.Read());

    [Fact]
    public void EveryKeyInAssemblyExistsInEnglish() =>
        ListAssert.Empty(AssemblyStrings.Keys(Repository.BuiltResource).Except(NonKeys).Where(key => !English.Texts.ContainsKey(key) && !HasPluralForms(key)));

    [Fact]
    public void EveryEnglishKeyExistsInAssembly()
    {
        var strings = AssemblyStrings.All(Repository.BuiltResource);

        ListAssert.Empty(English.Texts.Keys.Where(key => !strings.Contains(key) && !(HasPluralForms(Stem(key)) && strings.Contains(Stem(key)))));
    }

    [Fact]
    public void EveryPhraseInSourceHasLiteralKey() =>
        ListAssert.Empty(Sites.Where(site => site.Keys.Count == 0).Select(site => $"{site.Place}: give the key as a literal"));

    [Fact]
    public void EveryEnglishKeyIsUsedByPhraseInSource() =>
        ListAssert.Empty(English.Texts.Keys.Except(Sites.SelectMany(site => site.Keys)));

    [Fact]
    public void EveryPhraseKeyExistsInEnglish() =>
        ListAssert.Empty(Sites.SelectMany(site => site.Keys).Except(English.Texts.Keys));

    [Fact]
    public void EveryEnglishPlaceholderIsFilledAtEveryPhraseSite()
    {
        var lacking = from site in Sites
                      from key in site.Keys.Where(English.Texts.ContainsKey)
                      from name in Placeholders.Of(English.Texts[key]).Except(site.Names)
                      select $"{site.Place}: {key} gets no value for {{{name}}}";

        ListAssert.Empty(lacking);
    }

    private static bool HasPluralForms(string key) => English.Texts.ContainsKey(key + ".one") && English.Texts.ContainsKey(key + ".many");

    private static string Stem(string key) => key[..Math.Max(0, key.LastIndexOf('.'))];
}
