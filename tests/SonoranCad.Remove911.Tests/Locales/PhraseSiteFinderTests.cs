using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.Locales;

public sealed class PhraseSiteFinderTests
{
    [Theory]
    [InlineData("void M() => Say(new Phrase(\"a.b\").With(\"x\", 1).With(\"y\", new Phrase(\"c.d\").With(\"z\", 2)));", "a.b", "x y")]
    [InlineData("Phrase M(bool is) => new Phrase(is ? \"a.b\" : \"a.c\").With(\"x\", 1);", "a.b a.c", "x")]
    [InlineData("Phrase M() { var key = \"a.b\"; return new Phrase(key); }", "a.b", "")]
    [InlineData("const string Key = \"a.b\"; Phrase M() => new Phrase(Key);", "a.b", "")]
    [InlineData("Phrase M(string key) => new Phrase(key); void N() => Say(M(\"a.b\").With(\"x\", 1));", "a.b", "x")]
    [InlineData("Phrase M() => Phrase.OfCalls(\"a.b\", ids).With(\"x\", 1);", "a.b.one a.b.many", "calls x")]
    [InlineData("void M() { var p = new Phrase(\"a.b\"); p = p.With(\"x\", 1); Say(p.With(\"y\", 1)); }", "a.b", "x y")]
    [InlineData("void M() => N(1, new Phrase(\"a.b\")); void N(int n, Phrase p) => Say(p.With(\"x\", n));", "a.b", "x")]
    [InlineData("Phrase M(bool is) => (is ? new Phrase(\"a.b\") : null)?.X ?? Y;", "a.b", "")]
    [InlineData("Phrase M(int i) => new Phrase(i switch { 1 => \"a.b\", _ => \"a.c\" });", "a.b a.c", "")]
    [InlineData("Phrase M() => new Phrase(Unknown());", "", "")]
    public void PhraseIsFoundWithKeysAndPlaceholders(string members, string keys, string names)
    {
        var site = PhraseSiteFinder.FindIn(SourceTree.Of([("File.cs", $"class C {{ {members} }}")]))[0];

        Assert.Equal(keys, string.Join(' ', site.Keys));
        Assert.Equal(names, string.Join(' ', site.Names));
        Assert.Equal("File.cs:1", site.Place);
    }

    [Fact]
    public void NestedPhraseDoesNotInheritOuterPlaceholders()
    {
        var sites = PhraseSiteFinder.FindIn(SourceTree.Of([("File.cs", "class C { object M() => new Phrase(\"a.b\").With(\"x\", new Phrase(\"c.d\")); }")]));

        Assert.Empty(sites.Single(site => site.Keys.Contains("c.d")).Names);
    }
}
