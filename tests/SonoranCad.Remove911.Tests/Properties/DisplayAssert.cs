using System;
using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

/// <summary>Rules for every text that a person sees.</summary>
internal static class DisplayAssert
{
    public static void IsSafe(string text)
    {
        Assert.DoesNotContain(text, char.IsControl);
        Assert.DoesNotMatch(@"\^([0-9*_~=/r]|#[0-9A-Fa-f]{3})", text);
        Assert.DoesNotMatch(@"~\w+~", text);
        Assert.DoesNotContain(text, letter => letter is '\u200B' or '\u202E' or '\uFEFF' or '\u3164' or '\u115F' or '\u2800' or '\u061C' or '\u180E');
        Assert.False(text.Where((letter, at) => IsLoneSurrogate(text, at)).Any(), "The text has a lone surrogate.");
    }

    public static void DoesNotContain(string secret, string text) =>
        Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoneSurrogate(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
