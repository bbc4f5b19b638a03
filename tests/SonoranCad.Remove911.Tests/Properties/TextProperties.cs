using System;
using System.Linq;
using CsCheck;
using SonoranCad.Remove911.Localization;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

public sealed class TextProperties
{
    // Inserted into a key to smuggle it past the filter: all of these are invisible or color codes.
    private static readonly string[] Fillers = ["", "", "", "^1", "\u200B", "^^22", "^#fff", "~r~", "\u3164", "\u200D"];

    // At least a letter and an ellipsis. The shortest limit in the code is 40.
    private static readonly Gen<int> Length = Gen.Int[2, 300];

    [Fact]
    public void SanitizedTextIsAlwaysSafe() =>
        Gen.Select(Generators.Text, Length).Sample(
            (text, length) =>
            {
                var clean = TextSanitizer.Clean(text, length);
                DisplayAssert.IsSafe(clean);
                Assert.InRange(clean.Length, 0, length);

                // A name restored from the store is sanitized again.
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
