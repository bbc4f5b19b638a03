using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Locales;

/// <summary>English, the language that must be complete, beside the code that speaks it.</summary>
public sealed class EnglishAndTheCodeTests
{
    // In the DLL for the server, not for people; what else looks like a key is one.
    private static readonly string[] NoKeys = ["builtin.everyone"];

    private static readonly ShippedLocale English = ShippedLocale.Of(ShippedLocale.English);

    private static readonly IReadOnlyList<PhraseSite> Sites = PhraseSites.In(SourceTree.Read());

    [Fact]
    public void EveryKeyInTheDllStandsInEnglish() =>
        None.Of(DllStrings.Keys(Repository.BuiltResource).Except(NoKeys).Where(key => !English.Texts.ContainsKey(key) && !IsForOneAndMany(key)));

    [Fact]
    public void EveryKeyOfEnglishIsInTheDll()
    {
        var strings = DllStrings.All(Repository.BuiltResource);

        None.Of(English.Texts.Keys.Where(key => !strings.Contains(key) && !(IsForOneAndMany(Stem(key)) && strings.Contains(Stem(key)))));
    }

    [Fact]
    public void EveryPhraseInTheSourceHasKeysThatCanBeRead() =>
        None.Of(Sites.Where(site => site.Keys.Count == 0).Select(site => $"{site.Place}: give the key as a literal"));

    [Fact]
    public void EveryKeyOfEnglishIsThatOfAPhraseInTheSource() =>
        None.Of(English.Texts.Keys.Except(Sites.SelectMany(site => site.Keys)));

    [Fact]
    public void EveryKeyOfAPhraseStandsInEnglish() =>
        None.Of(Sites.SelectMany(site => site.Keys).Except(English.Texts.Keys));

    [Fact]
    public void EveryPlaceholderOfEnglishIsGivenWhereverThePhraseIsMade()
    {
        var lacking = from site in Sites
                      from key in site.Keys.Where(English.Texts.ContainsKey)
                      from name in Placeholders.Of(English.Texts[key]).Except(site.Names)
                      select $"{site.Place}: {key} is not given {{{name}}}";

        None.Of(lacking);
    }

    private static bool IsForOneAndMany(string key) => English.Texts.ContainsKey(key + ".one") && English.Texts.ContainsKey(key + ".many");

    private static string Stem(string key) => key[..Math.Max(0, key.LastIndexOf('.'))];
}
