using System;
using System.Linq;
using CsCheck;
using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

public sealed class TextProperties
{
    // What may stand inside a key that somebody tries to smuggle past the filter: all of it is invisible or a colour.
    private static readonly string[] Fillers = ["", "", "", "^1", "\u200B", "^^22", "^#fff", "~r~", "\u3164", "\u200D"];

    // An ellipsis and a letter at least: the shortest that anything is cut to is 40.
    private static readonly Gen<int> Length = Gen.Int[2, 300];

    [Fact]
    public void SanitizedTextIsAlwaysSafe() =>
        Gen.Select(Generators.Text, Length).Sample(
            (text, length) =>
            {
                var clean = TextSanitizer.Clean(text, length);
                DisplayAssert.IsSafe(clean);
                Assert.InRange(clean.Length, 0, length);

                // Restored from the store, a name is cleaned again.
                Assert.Equal(clean, TextSanitizer.Clean(clean, length));
            },
            iter: 5000);

    [Fact]
    public void SecretIsRedactedRegardlessOfSurroundingOrInsertedText() =>
        Gen.Select(Generators.Text, Generators.Secret, Generators.Text, Generators.Of(Fillers).Array[24], Gen.Bool, Length).Sample(
            (before, key, after, fillers, isUpper, length) =>
            {
                var secrets = new SecretRedactor();
                secrets.Add(key);
                var written = string.Concat(key.Select((letter, at) => letter + fillers[at]));
                var text = before + (isUpper ? written.ToUpperInvariant() : written) + after;

                var shown = secrets.CleanAndRedact(text, length);

                DisplayAssert.DoesNotContain(key, shown);
                DisplayAssert.IsSafe(shown);
                Assert.InRange(shown.Length, 0, length);
            },
            iter: 5000);

    [Fact]
    public void EveryEscapedFormOfSecretIsRedacted() =>
        Gen.Select(Generators.Text, Generators.Secret, Generators.Text).Sample(
            (before, key, after) =>
            {
                var secrets = new SecretRedactor();
                secrets.Add(key);
                string[] forms = [key, Newtonsoft.Json.JsonConvert.ToString(key), Uri.EscapeDataString(key)];

                Assert.All(forms, form => DisplayAssert.DoesNotContain(form, secrets.Redact(before + form + after)));
            },
            iter: 2000);
}
