using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace FxServer;

/// <summary>What an fxmanifest.lua says: <c>key 'value'</c> and <c>keys { 'a', 'b' }</c>; no Lua beyond that.</summary>
internal sealed class Manifest
{
    public const string FileName = "fxmanifest.lua";

    private static readonly Regex Comments = new Regex(@"--\[\[.*?\]\]|--[^\n]*", RegexOptions.Singleline);
    private static readonly Regex Entries = new Regex(
        @"(?<key>[A-Za-z_]\w*)\s*\(?\s*(?:(?<value>'[^']*'|""[^""]*"")|\{(?<values>[^}]*)\})", RegexOptions.Singleline);

    private static readonly Regex Strings = new Regex(@"'[^']*'|""[^""]*""");

    private readonly List<KeyValuePair<string, string>> _entries = new List<KeyValuePair<string, string>>();

    public static Manifest Empty { get; } = new Manifest("");

    private Manifest(string text)
    {
        foreach (Match entry in Entries.Matches(Comments.Replace(text, "")))
        {
            var key = Singular(entry.Groups["key"].Value);
            foreach (Match value in Strings.Matches(entry.Groups["value"].Value + entry.Groups["values"].Value))
            {
                _entries.Add(new KeyValuePair<string, string>(key, value.Value.Substring(1, value.Length - 2)));
            }
        }
    }

    /// <summary>A manifest that names a version, or nothing.</summary>
    public static Manifest OfVersion(string? version) => version is null ? Empty : new Manifest($"version '{version}'");

    /// <summary>Throws <see cref="FileNotFoundException"/> if the folder has none, and so is no resource.</summary>
    public static Manifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? new Manifest(File.ReadAllText(path))
            : throw new FileNotFoundException("A resource has an fxmanifest.lua.", path);
    }

    /// <summary>The values of a key, by its singular or its plural.</summary>
    public IReadOnlyList<string> Values(string key)
    {
        var singular = Singular(key);
        return _entries.Where(entry => entry.Key == singular).Select(entry => entry.Value).ToArray();
    }

    // As the server's own loader: server_scripts { 'a', 'b' } is server_script twice.
    private static string Singular(string key) =>
        key.EndsWith("s", StringComparison.Ordinal) ? key.Substring(0, key.Length - 1) : key;
}
