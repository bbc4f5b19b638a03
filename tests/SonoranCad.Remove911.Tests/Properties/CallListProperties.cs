using System;
using System.Linq;
using CsCheck;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Properties;

public sealed class CallListProperties
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ",", "\"emergencyCalls\"", "\"EmergencyCalls\":[", "\"callId\":", "\"callId\":5", "\"caller\":\"^1Jane\"",
        "\"location\":", "\"updated\":\"2026-11-24T11:31:00Z\"", "\"metaData\":{", "null", "true", "1e400", "-5", "\"", "\\u0000", "\\uD83D", "//",
        "/* */", "NaN", "undefined", "new Date(", ")", "'x'", "99999999999999999999", "\uFEFF", " ", "\n", "0x1F", "¤",
    ];

    private static readonly Gen<string> Text = Gen.Frequency(
        (1, Generators.Text),
        (4, Generators.Of(Pieces).Array[0, 40].Select(string.Concat)),
        (2, Generators.Of(Pieces).Array[0, 20].Select(pieces => "{\"emergencyCalls\":[{\"callId\":5," + string.Concat(pieces) + "}]}")));

    [Fact]
    public void AnyTextYieldsSafeCallsOrNone() =>
        Gen.Select(Text, Generators.Secret).Sample(
            (text, key) =>
            {
                var secrets = new SecretRedactor();
                secrets.Add(key);

                var calls = Read(
                    text.Replace("¤", key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal),
                    secrets);

                Assert.All(calls?.Newest ?? [], call =>
                {
                    Assert.InRange(call.CallId, 1, int.MaxValue);
                    foreach (var shown in new[] { call.Caller, call.Location })
                    {
                        DisplayAssert.IsSafe(shown);
                        DisplayAssert.DoesNotContain(key, shown);
                    }
                });
            },
            iter: 20_000);

    [Fact]
    public void EveryCallIsReadRegardlessOfOtherFields() =>
        Gen.Select(Generators.CallId.Array[0, 30], Generators.Text, Generators.Text).Sample(
            (ids, caller, description) =>
            {
                var list = System.Text.Json.JsonSerializer.Serialize(new
                {
                    activeCalls = new[] { new { callId = 1, description } },
                    emergencyCalls = ids.Select(id => new { callId = id, caller, description, metaData = new { caller, callId = description } }),
                });

                var calls = Read(list, new SecretRedactor());

                Assert.Equal(ids.Distinct().Order(), calls!.Ids.Order());
                Assert.Equal(ids.Distinct().OrderDescending(), calls.Newest.Select(call => call.CallId));
            },
            iter: 1000);

    private static CallList? Read(string text, SecretRedactor secrets)
    {
        var reader = new CallListReader(text, secrets, TimeSpan.Zero, DateTime.UnixEpoch);
        Assert.True(reader.Advance(new TickBudget(new FakeClock())));
        return reader.Result;
    }
}
