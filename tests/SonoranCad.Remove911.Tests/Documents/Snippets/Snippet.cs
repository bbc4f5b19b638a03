using System.Collections.Generic;
using System.IO;
using System.Linq;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Documents.Snippets;

/// <summary>The files of docs/snippets/.</summary>
internal static class Snippet
{
    public const string Folder = "docs/snippets";

    public static string Path(string name, string language) => $"{Folder}/{name}.{language}";

    public static IEnumerable<string> FileNames() => Directory.GetFiles(Repository.File(Folder)).Select(file => System.IO.Path.GetFileName(file));
}
