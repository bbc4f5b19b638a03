using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace SonoranCad.Remove911.Localization;

/// <summary>
/// Knows the secrets in use and takes them out of any text that leaves the resource. The CAD or a proxy may send a key
/// back in an error text, and an exception may quote what it could not read.
/// </summary>
internal sealed class SecretRedactor
{
    private const string Placeholder = "[secret]";

    // A shorter «secret» would turn ordinary words and numbers into placeholders; no real key is that short.
    private const int MinSecretLength = 4;

    private readonly List<string> _secrets = new();

    /// <summary>Adds a secret; what was added stays filtered, since an old key may still be in an answer under way.</summary>
    public void Add(string? secret)
    {
        if (secret is null || secret.Length < MinSecretLength)
        {
            return;
        }

        AddForm(secret);
        AddForm(Unquoted(JsonConvert.ToString(secret)));
        AddForm(Uri.EscapeDataString(secret));

        // The longest first: an escaped form may hold the plain one.
        _secrets.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>Returns <paramref name="text"/> without any known secret, whatever its case.</summary>
    public string Redact(string text)
    {
        foreach (var secret in _secrets)
        {
            text = Replace(text, secret);
        }

        return text;
    }

    /// <summary>Makes outside text fit to show: cleaned, without secrets, then cut (cut first, half a key could stay).</summary>
    public string CleanAndRedact(string? text, int maxLength)
    {
        // Filtered on both sides of the cleaning: it may take a key apart («se^1cret») or put one together.
        var clean = TextSanitizer.Clean(Redact(text ?? string.Empty), int.MaxValue - 1);
        return TextSanitizer.Clean(Redact(clean), maxLength);
    }

    private void AddForm(string form)
    {
        if (!_secrets.Contains(form))
        {
            _secrets.Add(form);
        }
    }

    private static string Unquoted(string json) => json.Substring(1, json.Length - 2);

    private static string Replace(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            text = text.Substring(0, at) + Placeholder + text.Substring(at + secret.Length);

            // Behind the placeholder: a key that is part of its word must not be found in it for ever.
            at = text.IndexOf(secret, at + Placeholder.Length, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
