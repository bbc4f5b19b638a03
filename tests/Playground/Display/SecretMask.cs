using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Localization;

namespace Playground.Display;

/// <summary>
/// Keeps API keys and webhook URLs off the screen. A screen is photographed or pasted into a report before anyone thinks of
/// what it shows.
/// </summary>
internal sealed partial class SecretMask
{
    private const string Placeholder = "[secret]";

    // A shorter last segment of a URL may be an ordinary word.
    private const int MinTokenLength = 8;

    private readonly SecretRedactor _known = new();

    /// <summary>Masks the secret in all text from now on.</summary>
    public void Add(string secret) => _known.Add(secret);

    /// <summary>Remembers the secrets of a typed line, so that they are masked in everything that follows.</summary>
    public void Learn(string line)
    {
        foreach (var (start, length) in Find(line))
        {
            var value = line.Substring(start, length);
            Add(value.Trim('"', '\''));
            foreach (var part in Leaves(value).Append(LastSegment(value)))
            {
                Add(part);
            }
        }
    }

    /// <summary>A typed line as it can be shown and kept.</summary>
    public string MaskTyped(string line)
    {
        foreach (var (start, length) in Find(line).AsEnumerable().Reverse())
        {
            line = line[..start] + Placeholder + line[(start + length)..];
        }

        return Mask(line);
    }

    /// <summary>A line that is being typed: each character of a secret is a star, so that the cursor stays where it is.</summary>
    public static string Star(string line)
    {
        var letters = line.ToCharArray();
        foreach (var (start, length) in Find(line))
        {
            Array.Fill(letters, '*', start, length);
        }

        return new string(letters);
    }

    /// <summary>The line up to its first secret, which is what the history keeps of it.</summary>
    public static string Head(string line) => Find(line).Select(found => line[..found.Start]).FirstOrDefault() ?? line;

    /// <summary>Any text without the secrets that are known, or that a name in it marks as one.</summary>
    public string Mask(string text) => WebhookToken().Replace(
        JsonSecret().Replace(_known.Redact(text), MaskJson), match => match.Groups["head"].Value + Placeholder);

    private static string MaskJson(Match match)
    {
        var value = match.Groups["value"].Value;
        var isEmpty = value is "\"\"" or "null";

        // "key" is what the CAD's requests call it.
        var mask = match.Groups["name"].Value == "key" ? "[key]" : Placeholder;
        return match.Groups["head"].Value + (isEmpty ? value : $"\"{mask}\"");
    }

    // In their order.
    private static List<(int Start, int Length)> Find(string line)
    {
        var typed = SecretSetting().Match(line);
        if (!typed.Success)
        {
            typed = KeyWord().Match(line);
        }

        if (typed.Success)
        {
            return [(typed.Groups["value"].Index, typed.Groups["value"].Length)];
        }

        var found = new List<(int Start, int Length)>();
        var values = WebhookToken().Matches(line).Concat(JsonSecret().Matches(line)).Select(match => match.Groups["value"]);
        foreach (var value in values.OrderBy(value => value.Index))
        {
            // A webhook URL may be in a JSON value that is a secret as a whole.
            if (found.Count == 0 || value.Index >= found[^1].Start + found[^1].Length)
            {
                found.Add((value.Index, value.Length));
            }
        }

        return found;
    }

    // A webhook's token, which some error may show without the rest of the URL.
    private static string LastSegment(string value)
    {
        var segment = value.Trim('"', '\'')[(value.Trim('"', '\'').LastIndexOf('/') + 1)..];
        return segment.Length >= MinTokenLength ? segment : string.Empty;
    }

    // A JSON value holds its texts without their quotes and escapes.
    private static List<string> Leaves(string value)
    {
        try
        {
            return TextsIn(Json.Read(value)).ToList();
        }
        catch (JsonException)
        {
            // A word is no JSON, and is its own text.
            return [];
        }
    }

    private static IEnumerable<string> TextsIn(object? value) => value switch
    {
        string text => [text],
        Dictionary<string, object?> map => map.Values.SelectMany(TextsIn),
        List<object?> list => list.SelectMany(TextsIn),
        _ => [],
    };

    // config apiKey X, config webhook=X, set sonoran_apiKey "X", set remove911:apiKey X, also with a slash and in any letter case.
    [GeneratedRegex(
        """^\s*/?(?:config|set[rs]?)\s+"?[^\s"=]*?(?:key|webhook|secret|token|password)[^\s"=:]*"?\s*[\s=:]\s*(?<value>\S(?:.*\S)?)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretSetting();

    // The same in any other line, such as one whose first word is mistyped.
    [GeneratedRegex(
        """(?:^|[\s_:])"?(?:api[_-]?key|discord_?webhook)"?\s*[\s=:]\s*(?<value>\S(?:.*\S)?)""", RegexOptions.IgnoreCase)]
    private static partial Regex KeyWord();

    [GeneratedRegex(
        """(?<head>"(?<name>key|apiKey|discordWebhook|sonoran_apiKey)"\s*:\s*)(?<value>"(?:[^"\\]|\\.)*"?|[^\s",{}\[\]]+)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex JsonSecret();

    [GeneratedRegex("""(?<head>/api/(?:v[0-9]+/)?webhooks/)(?<value>(?!\[)[^\s"'<>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex WebhookToken();
}
