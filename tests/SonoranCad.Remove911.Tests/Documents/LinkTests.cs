using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Documents;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.Paths()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryRelativeLinkResolves(string path) => ListAssert.Empty(Page.At(path).Links.Where(link => !IsAbsolute(link) && !Resolves(path, link)));

    [Fact]
    public void EveryPageUnderDocsIsLinkedFromAnotherPage()
    {
        var linked = Page.Paths().SelectMany(path => Page.At(path).Links.Where(link => !IsAbsolute(link)).Select(link => Target(path, link).Path).Where(target => target != path));

        ListAssert.Empty(Page.Paths().Where(path => path.Contains('/', StringComparison.Ordinal)).Except(linked));
    }

    [Fact]
    public void NoLinkInZipIsDead()
    {
        var zip = ZipFiles();
        var pages = zip.Where(file => file.EndsWith(".md", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        ListAssert.Empty(pages.SelectMany(page => Page.At(page).Links
            .Where(link => !IsAbsolute(link) && !zip.Contains(Target(page, link).Path))
            .Select(link => $"{page}: {link}")));
    }

    [Fact]
    public void EveryPictureIsShownOnPage() => ListAssert.Empty(
        Directory.GetFiles(Repository.File("docs/screenshots"), "*.png").Select(file => "docs/screenshots/" + Path.GetFileName(file))
            .Except(Page.Paths().SelectMany(page => Page.At(page).Links.Where(link => !IsAbsolute(link)).Select(link => Target(page, link).Path))));

    [Fact]
    public void ReadmeLinksToRepositoryOfManifest()
    {
        var repository = ManifestRepository().Match(Repository.Text("fxmanifest.lua")).Groups["url"].Value;
        var links = Page.At("README.md").Links.Where(link => link.StartsWith("https://github.com/", StringComparison.Ordinal)).Distinct();

        Assert.Equal([repository, repository + "/releases"], links.Order(StringComparer.Ordinal));
    }

    // .ci/run compares this list with the real zip.
    private static HashSet<string> ZipFiles() =>
        [.. ZipFile().Matches(Repository.Text(".ci/run")).Select(match => match.Groups["path"].Value)];

    private static bool Resolves(string path, string link)
    {
        var target = Target(path, link);
        return target.Anchor.Length == 0
            ? File.Exists(Repository.File(target.Path)) || Directory.Exists(Repository.File(target.Path))
            : File.Exists(Repository.File(target.Path)) && Page.At(target.Path).Anchors.Contains(target.Anchor);
    }

    private static (string Path, string Anchor) Target(string path, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? path : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, parts[0])).Replace('\\', '/');
        return (target, parts.Length > 1 ? parts[1] : string.Empty);
    }

    private static bool IsAbsolute(string link) => link.Contains(':', StringComparison.Ordinal);

    [GeneratedRegex(@"^sonorancad-remove911/(?<path>\S+)$", RegexOptions.Multiline)]
    private static partial Regex ZipFile();

    [GeneratedRegex(@"^repository '(?<url>[^']+)'$", RegexOptions.Multiline)]
    private static partial Regex ManifestRepository();
}
