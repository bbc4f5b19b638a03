using System;
using CsCheck;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Resilience;
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

    [Fact]
    public void EntryIsStoredAsTheDocumentsSay()
    {
        const string start = """{"v":1,"at":1795521600000,"kind":"player","source":3,"name":"Jane","license":"license:1f6b24c0a9","to":"c","server":1,"url":"https://api.sonorancad.com","id":7""";
        Assert.Equal(start + ",\"doubt\":false}", _serializer.Serialize(Entry("Jane", 7, null)));
        Assert.Equal(start + ",\"tried\":1795521601000,\"doubt\":false}", _serializer.Serialize(Entry("Jane", 7, At.AddSeconds(1))));

        var doubtful = Entry("Jane", 7, null);
        doubtful.MayBeCleared = true;
        Assert.Equal(start + ",\"doubt\":true}", _serializer.Serialize(doubtful));
        doubtful.MayBeCleared = false;
        doubtful.Batch = new InFlightBatch([doubtful], null!, new RateLimiter(1, TimeSpan.Zero), TimeSpan.Zero);
        Assert.Equal(start + ",\"doubt\":true}", _serializer.Serialize(doubtful));
    }

    [Fact]
    public void EntryWithoutTargetIsStoredWithoutOne()
    {
        var entry = new OutboxEntry(7, null, Requester.Console, At);
        const string text = """{"v":1,"at":1795521600000,"kind":"console","source":0,"name":"console","license":"","id":7,"doubt":false}""";

        Assert.Equal(text, _serializer.Serialize(entry));
        var read = _serializer.Deserialize(0, text)!;
        Assert.Equal((7, null, null, At), (read.CallId, read.Target, read.CommunityId, read.AcceptedAt));
    }

    [Fact]
    public void EntriesOfOneRequestShareTheirStartAndOthersDoNot()
    {
        var first = Entry("Jane", 1, null);
        var target = new CallTarget(first.Target!.ApiUrl, "d", 2);
        OutboxEntry[] entries =
        [
            first,
            new(2, first.Target, first.Requester, At) { CommunityId = "c" },
            new(3, first.Target, first.Requester, At.AddSeconds(1)) { CommunityId = "c" },
            new(4, target, first.Requester, At.AddSeconds(1)) { CommunityId = "d" },
            new(5, target, Requester.Resource("mdt"), At.AddSeconds(1)) { CommunityId = "d" },
            new(6, target, Requester.Console, DateTime.UnixEpoch) { CommunityId = "d" },
            new(7, target, Requester.Schedule, DateTime.UnixEpoch) { CommunityId = "d" },
        ];

        Assert.All(entries, entry => Assert.Equal(new OutboxEntrySerializer().Serialize(entry), _serializer.Serialize(entry)));
        Assert.All(entries, entry =>
        {
            var read = _serializer.Deserialize(0, _serializer.Serialize(entry))!;
            Assert.Equal((entry.CallId, entry.Target, entry.AcceptedAt), (read.CallId, read.Target, read.AcceptedAt));
            Assert.Equal(entry.Requester.ToString(), read.Requester.ToString());
        });
    }

    // What the resource wrote itself does not take the slow way of a JSON reader.
    [Theory]
    [InlineData(3, 1, 7, false, false)]
    [InlineData(3, 1, 7, true, false)]
    [InlineData(3, 1, 7, true, true)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, false, false)]
    public void EntriesWithOneTargetShareItAfterARestart(int source, int server, int callId, bool isTried, bool mayBeCleared)
    {
        var requester = Requester.Player(source, "Jane", "license:jane");
        var entry = new OutboxEntry(callId, new CallTarget("https://cad.example", "c", server), requester, At)
        {
            CommunityId = "c",
            FirstTriedAt = isTried ? At.AddSeconds(1) : null,
            MayBeCleared = mayBeCleared,
        };
        var text = _serializer.Serialize(entry);

        Assert.Same(_serializer.Deserialize(0, text)!.Target, _serializer.Deserialize(0, text)!.Target);
    }

    [Fact]
    public void ControlCharactersAreEscaped()
    {
        var entry = new OutboxEntry(7, null, Requester.Console, At) { CommunityId = "a\nb" };

        Assert.Contains("\"to\":\"a\\nb\"", _serializer.Serialize(entry));
    }

    [Theory]
    [InlineData("1795521600000", "4294967295000", true)]
    [InlineData("1795521600000", "4294967295001", false)]
    [InlineData("1795521600000", "0", true)]
    [InlineData("1795521600000", "-1", false)]
    [InlineData("1795521600000", "", false)]
    [InlineData("1795521600000", "18446745869231151616", false)]
    [InlineData("1795521601000", "4294967295000", true)]
    [InlineData("1795521601000", "4294967295001", false)]
    [InlineData("1795521601000", "1234567890123456", false)]
    [InlineData("\"id\":7", "\"id\":1", true)]
    [InlineData("\"id\":7", "\"id\":2147483647", true)]
    [InlineData("\"id\":7", "\"id\":2147483648", false)]
    [InlineData("\"id\":7", "\"id\":0", false)]
    [InlineData("\"id\":7", "\"id\":-7", false)]
    [InlineData("\"source\":3", "\"source\":2147483647", true)]
    [InlineData("\"source\":3", "\"source\":2147483648", false)]
    [InlineData("\"server\":1", "\"server\":2147483647", true)]
    [InlineData("\"server\":1", "\"server\":2147483648", false)]
    [InlineData("\"v\":1", "\"v\":2", false)]
    [InlineData("\"doubt\":false}", "\"doubt\":false}}", false)]
    [InlineData("\"doubt\":false}", "\"doubt\":false} ", true)]
    [InlineData("\"doubt\":false}", "\"doubt\":false}{}", false)]
    [InlineData("\"doubt\":false}", "\"doubt\":maybe}", false)]
    public void ValuesOutOfRangeAreRejected(string written, string other, bool isRead)
    {
        var text = _serializer.Serialize(Entry("Jane", 7, At.AddSeconds(1))).Replace(written, other, StringComparison.Ordinal);
        Assert.Equal(isRead, _serializer.Deserialize(0, text) is not null);

        // In another layout, the JSON reader reads it.
        Assert.Equal(isRead, _serializer.Deserialize(0, text.Replace("{\"v\"", "{ \"v\"", StringComparison.Ordinal)) is not null);
    }

    [Fact]
    public void EntryOfVersion020CountsAsTriedAndPossiblyCleared()
    {
        var read = _serializer.Deserialize(7, """{"v":1,"at":1795521600000,"kind":"console","source":0,"name":"console","license":""}""")!;

        Assert.Equal((7, null, At, true), (read.CallId, read.Target, read.FirstTriedAt, read.MayBeCleared));
        Assert.Null(read.CommunityId);
        Assert.True(read.BelongsTo(new CallTarget("https://cad.example", "any", 2)));
    }

    [Fact]
    public void EntryWithACommunityOnlyBelongsToAnyServerOfIt()
    {
        var read = _serializer.Deserialize(7, """{"v":1,"at":1795521600000,"kind":"console","source":0,"name":"console","license":"","to":"c"}""")!;

        Assert.Equal(("c", null), (read.CommunityId, read.Target));
        Assert.True(read.BelongsTo(new CallTarget("https://cad.example", "c", 2)));
        Assert.False(read.BelongsTo(new CallTarget("https://cad.example", "d", 2)));
    }

    [Fact]
    public void NameThatLooksLikeADateIsKept()
    {
        var entry = Entry("2026-11-24T12:00:00Z", 7, null);
        var text = _serializer.Serialize(entry).Replace("{\"v\"", "{ \"v\"", StringComparison.Ordinal);

        Assert.Equal("2026-11-24T12:00:00Z", _serializer.Deserialize(0, text)!.Requester.Name);
    }

    private static OutboxEntry Entry(string name, int callId, DateTime? triedAt) =>
        new(callId, new CallTarget("https://api.sonorancad.com", "c", 1), Requester.Player(3, name, "license:1f6b24c0a9"), At)
        {
            CommunityId = "c",
            FirstTriedAt = triedAt,
        };
}
