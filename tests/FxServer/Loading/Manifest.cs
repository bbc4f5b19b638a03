using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace FxServer;

/// <summary>An fxmanifest.lua with <c>key 'value'</c> and <c>keys { 'a', 'b' }</c>; no other Lua.</summary>
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

    /// <summary>A manifest with a version, or an empty one.</summary>
    public static Manifest OfVersion(string? version) => version is null ? Empty : new Manifest($"version '{version}'");

    /// <summary>Throws <see cref="FileNotFoundException"/> if the folder has none: then it is not a resource.</summary>
    public static Manifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? new Manifest(File.ReadAllText(path))
            : throw new FileNotFoundException("The folder has no fxmanifest.lua, so it is not a resource.", path);
    }

    /// <summary>The values of a key, singular or plural.</summary>
    public IReadOnlyList<string> Values(string key)
    {
        var singular = Singular(key);
        return _entries.Where(entry => entry.Key == singular).Select(entry => entry.Value).ToArray();
    }

    // Like the server's own loader: server_scripts { 'a', 'b' } means server_script twice.
    private static string Singular(string key) =>
        key.EndsWith("s", StringComparison.Ordinal) ? key.Substring(0, key.Length - 1) : key;
}
