using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Documents;

/// <summary>A Markdown file in the repository, parsed as on GitHub.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly MarkdownDocument _document;

    private Page(string path)
    {
        Path = path;
        Text = Repository.Text(path);
        _document = Markdown.Parse(Text, Pipeline);
    }

    /// <summary>The path from the root of the repository, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The URLs of all links and pictures.</summary>
    public IEnumerable<string> Links => _document.Descendants<LinkInline>().Select(link => link.Url ?? string.Empty);

    public IEnumerable<string> Anchors => _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? string.Empty);

    public static Page At(string path) => new(path);

    /// <summary>Every page that people read: in the root and under docs/.</summary>
    public static IEnumerable<string> Paths() => Directory.GetFiles(Repository.Root, "*.md")
        .Concat(Directory.GetFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories))
        .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
