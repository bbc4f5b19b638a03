using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BrowserTests.Pictures;

/// <summary>What is done on the page before a picture is taken of a part of it: lines of a verb and its words.</summary>
internal sealed record PictureScript(string Name, IReadOnlyList<(string Verb, string Words)> Steps)
{
    public static PictureScript Read(string file) => new(
        Path.GetFileNameWithoutExtension(file),
        [
            .. File.ReadLines(file)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
                .Select(parts => (parts[0], parts.Length > 1 ? parts[1] : string.Empty)),
        ]);
}
