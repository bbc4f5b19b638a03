using System;
using CsCheck;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Properties;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class OutboxEntrySerializerTests
{
    private static readonly DateTime At = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    private readonly OutboxEntrySerializer _serializer = new();

    [Fact]
    public void EntryIsReadBackForAnyPlayerName() =>
        Gen.Select(Generators.Text, Generators.CallId, Gen.Bool).Sample((name, callId, isTried) =>
        {
            var entry = Entry(name, callId, isTried ? At.AddSeconds(1) : null);

            // The samples run on several threads, and a serializer caches the last requester.
            var serializer = new OutboxEntrySerializer();
            var read = serializer.Deserialize(0, serializer.Serialize(entry))!;

            Assert.Equal((callId, entry.Target, entry.CommunityId, At), (read.CallId, read.Target, read.CommunityId, read.AcceptedAt));
            Assert.Equal(entry.Requester.ToString(), read.Requester.ToString());
            Assert.Equal((entry.FirstTriedAt, false), (read.FirstTriedAt, read.MayBeCleared));
        });

    [Theory]
    [InlineData("\"id\":7", "\"id\": 7")]
    [InlineData("{\"v\":1", "{ \"v\":1")]
    [InlineData("\"doubt\":false", "\"more\":[],\"doubt\":false")]
    [InlineData("Jane", "\\u004aane")]
    [InlineData("\"kind\":\"player\",\"source\":3,", "\"source\":3,\"kind\":\"player\",")]
    public void EquivalentJsonIsRead(string written, string other)
    {
        var text = _serializer.Serialize(Entry("Jane", 7, null));

        var read = _serializer.Deserialize(0, text.Replace(written, other, StringComparison.Ordinal))!;

        Assert.Equal((7, "Jane"), (read.CallId, read.Requester.Name));
    }

    [Fact]
    public void TruncatedOrInvalidTextIsRejected()
    {
        var text = _serializer.Serialize(Entry("Jane", 7, At));

        for (var i = 0; i < text.Length; i++)
        {
            Assert.Null(_serializer.Deserialize(0, text[..i]));
        }

        Assert.Null(_serializer.Deserialize(0, text.Replace("player", "nobody", StringComparison.Ordinal)));
        Assert.Null(_serializer.Deserialize(0, text.Replace("\"id\":7", "\"id\":99999999999", StringComparison.Ordinal)));
    }

    private static OutboxEntry Entry(string name, int callId, DateTime? triedAt) =>
        new(callId, new CallTarget("https://api.sonorancad.com", "c", 1), Requester.Player(3, name, "license:1f6b24c0a9"), At)
        {
            CommunityId = "c",
            FirstTriedAt = triedAt,
        };
}
