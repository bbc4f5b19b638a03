using System.Text;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Makes a caller's or a location's text fit for its place in a list.</summary>
internal static class OpenCallText
{
    // Ten lines of two such texts stay below the 2.5 kB of a chat line in any script.
    private const int MaxBytes = 60;

    // No name is that long. Cutting it before the secrets are out could leave half of one, so it counts as none.
    private const int MaxTextLength = 200;

    /// <summary>The text cleaned, without secrets and short; empty where there is none.</summary>
    public static string Clean(object? value, SecretRedactor secrets)
    {
        if (value is not string { Length: > 0 and <= MaxTextLength } text)
        {
            return string.Empty;
        }

        var clean = secrets.CleanAndRedact(text, TextSanitizer.MaxNameLength);
        for (var length = clean.Length; length > 0; length--)
        {
            var shortened = length == clean.Length ? clean : TextSanitizer.Clean(clean, length);
            if (Encoding.UTF8.GetByteCount(shortened) <= MaxBytes)
            {
                return shortened;
            }
        }

        return string.Empty;
    }
}
