namespace SonoranCad.Remove911.Localization;

/// <summary>Removes the secrets in use from any text that leaves the resource: the CAD, a proxy or an exception may quote a key.</summary>
internal sealed class SecretRedactor
{
    private const string Placeholder = "[secret]";

    // A shorter "secret" would redact ordinary words and numbers; no real key is that short.
    private const int MinSecretLength = 4;

    private readonly List<string> _secrets = new();

    /// <summary>Adds a secret for good, because a response on its way may still contain an old key.</summary>
    public void Add(string? secret)
    {
        // An owner may have pasted quotes with it, which a response need not repeat.
        secret = secret?.Trim('"', '\'', ' ');
        if (secret is null || secret.Length < MinSecretLength)
            return;

        var json = JsonConvert.ToString(secret);
        string[] forms = [secret, json.Substring(1, json.Length - 2), Uri.EscapeDataString(secret)];
        _secrets.AddRange(forms.Except(_secrets).ToList());

        // The longest first, because an escaped form may contain the plain one.
        _secrets.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>Replaces every known secret in <paramref name="text"/>, in any case.</summary>
    public string Redact(string text) => _secrets.Aggregate(text, Replace);

    /// <summary>Makes outside text safe to show. Redacts it before the cut, which could leave half a key.</summary>
    public string CleanAndRedact(string? text, int maxLength)
    {
        // Redacts twice: cleaning may join the parts of a key ("se^1cret"), or break a key that contains a color code itself.
        var clean = TextSanitizer.Clean(Redact(text ?? string.Empty), int.MaxValue - 1);
        return TextSanitizer.Clean(Redact(clean), maxLength);
    }

    private static string Replace(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            text = text.Substring(0, at) + Placeholder + text.Substring(at + secret.Length);

            // Search after the placeholder: a key that is part of it ("secret") would be found in it forever.
            at = text.IndexOf(secret, at + Placeholder.Length, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
