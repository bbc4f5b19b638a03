using System;
using System.IO;
using System.Linq;
using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Documents;

/// <summary>The links between the pages.</summary>
public sealed class LinkTests
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
}
