namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Makes a caller's name or a location safe and short enough for a line of a list.</summary>
internal static class OpenCallText
{
    // Ten lines with two such texts stay below a chat line's 2.5 kB in any script.
    private const int MaxBytes = 60;

    // No name is longer. Cutting a text before redaction could leave half a secret, so a longer text counts as unknown.
    private const int MaxTextLength = 200;

    /// <summary>Returns the text cleaned, redacted and shortened; empty if there is none.</summary>
    public static string Clean(string text, SecretRedactor secrets)
    {
        if (text.Length is 0 or > MaxTextLength)
            return string.Empty;

        var clean = secrets.CleanAndRedact(text, TextSanitizer.MaxNameLength);
        for (var length = clean.Length; length > 0; length--)
        {
            var shortened = length == clean.Length ? clean : TextSanitizer.Clean(clean, length);
            if (Encoding.UTF8.GetByteCount(shortened) <= MaxBytes)
                return shortened;
        }

        return string.Empty;
    }
}
