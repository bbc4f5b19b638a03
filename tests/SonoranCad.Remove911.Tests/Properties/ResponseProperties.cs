using System;
using System.Linq;
using CsCheck;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

public sealed class ResponseProperties
{
    private static readonly Gen<int> Status = Gen.Frequency(
        (3, Generators.Of(new[] { 0, 200, 201, 204, 206, 299, 301, 400, 401, 403, 404, 409, 410, 422, 429, 500, 501, 503, 599 })),
        (1, Gen.Int[-5, 700]),
        (1, Gen.Int));

    private static readonly string[] NoSuccess =
        ["INVALID API KEY", "INVALID COMMUNITY ID", "BACKEND SERVICE REACHED", "INVALID REQUEST TYPE", "error code: 1020", "Access denied"];

    [Fact]
    public void AnyResponseYieldsResultWithoutApiKey() =>
        Gen.Select(Status, Text(), Text(), Generators.Secret, Gen.Int[0, 2]).Sample(
            (status, body, error, key, endpoint) =>
            {
                var secrets = new SecretRedactor();
                secrets.Add(key);
                var asked = RemovalEndpoint.CreateAll(ApiMode.Auto, "1.0.0", 50, secrets)[endpoint];

                var answer = HttpResponse.From(status, WithKey(body, key), WithKey(error, key));
                var result = asked.Reader.Read(answer);

                Assert.Equal(result.Kind == CadResultKind.Cleared, result.Error is null);
                if (result.Error is { } outcome)
                {
                    DisplayAssert.IsSafe(outcome.Message.InEnglish());
                    DisplayAssert.DoesNotContain(key, outcome.Message.InEnglish() + outcome.Code + result);
                    return;
                }

                Assert.InRange(answer.Status, 200, 299);
                Assert.False(answer.IsHtml, "a web page is not a success");
                Assert.False(answer.ParseJson() is null && answer.Text.StartsWith('{'), "truncated JSON is not a success");
                Assert.DoesNotContain(NoSuccess, words => answer.Text.Contains(words, StringComparison.Ordinal) && answer.ParseJson() is null);
            },
            iter: 10_000);

    [Fact]
    public void ApiKeyAppearsOnlyInBodyOrAuthorizationHeader() =>
        Gen.Select(Generators.Secret, Generators.CallId.Array[1, 50], Gen.Int[0, 2]).Sample(
            (key, calls, endpoint) =>
            {
                var account = new CadAccount("https://cad.example", "community", key, 1);
                var request = RemovalEndpoint.CreateAll(ApiMode.Auto, "1.0.0", 50, new SecretRedactor())[endpoint].CreateRequest(account, calls);

                DisplayAssert.DoesNotContain(key, request.Url + account);
                Assert.Equal(endpoint == 2, request.Headers.Values.Any(value => value.Contains(key, StringComparison.Ordinal)));
            },
            iter: 1000);

    // "¤" stands for the key, which a CAD or a proxy may repeat.
    private static Gen<string?> Text() => Gen.Frequency(
        (1, Gen.Const((string?)null)),
        (3, Generators.Text.Select(text => (string?)text)),
        (2, Gen.Select(Generators.Text, Generators.Text, (before, after) => (string?)(before + "¤" + after))));

    private static string? WithKey(string? text, string key) => text?.Replace("¤", key, StringComparison.Ordinal);
}
