using System;
using System.Linq;
using System.Text;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class CallListReaderTests
{
    private const string V2 = """
        {"ActiveCalls": [{"callId": 1}], "EmergencyCalls": [
            {"callId": 302, "isEmergency": true, "caller": "Jane Doe", "location": "Innocence Blvd", "description": "INVALID API KEY",
             "metaData": {"a": [1, {"callId": 7}], "caller": "x"}, "updated": "2026-11-24T11:31:00Z"},
            {"callId": 303, "caller": null}
        ], "ClosedCalls": [{"callId": 2}]}
        """;

    private static readonly TimeSpan Now = TimeSpan.FromMinutes(5);
    private static readonly DateTime UtcNow = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    private readonly SecretRedactor _secrets = new();

    [Fact]
    public void OnlyEmergencyCallsAreRead()
    {
        var calls = Read(V2)!;

        Assert.Equal([302, 303], calls.Select(call => call.CallId));
        Assert.Equal("Jane Doe", calls[0].Caller);
        Assert.Equal("Innocence Blvd", calls[0].Location);
        Assert.Equal(TimeSpan.FromMinutes(5 - 29), calls[0].OpenedAt);
        Assert.Equal((string.Empty, string.Empty, null), (calls[1].Caller, calls[1].Location, calls[1].OpenedAt));
    }

    [Theory]
    [InlineData("{\"emergencyCalls\":[{\"callId\":5}]}")]
    [InlineData(" {\"EMERGENCYCALLS\":[{\"CALLID\":\"5\"}]}")]
    [InlineData("{\"emergencyCalls\":[{\"callId\":5.0,\"callid\":5}]}")]
    [InlineData("{\"emergencyCalls\":[7,\"x\",[{\"callId\":6}],null,{\"callId\":0},{\"callId\":-1},{\"callId\":1.5},{\"callId\":99999999999},{},{\"callId\":{}},{\"callId\":5}]}")]
    [InlineData("{\"emergencyCalls\":[{\"callId\":5,\"callId\":[7]}]}")]
    [InlineData("{\"emergencyCalls\":[{\"callId\":5,\"callId\":{\"callId\":7}}]}")]
    [InlineData("{\"emergencyCalls\":[{\"callId\":5/*7*/}]}")]
    public void PropertyNamesIgnoreCaseAndInvalidEntriesAreSkipped(string text) =>
        Assert.Equal([5], Read(text)!.Select(call => call.CallId));

    [Theory]
    [InlineData("{\"emergencyCalls\":[]}")]
    [InlineData("{\"emergencyCalls\":null}")]
    [InlineData("{\"emergencyCalls\":[/*none*/]}")]
    [InlineData("{\"emergencyCalls\":[7],\"emergencyCalls\":[]}")]
    [InlineData("{\"activeCalls\":[{\"callId\":1}],\"emergencyCalls\":[],\"closedCalls\":null}")]
    public void EmptyListIsReadAsEmpty(string text) => Assert.Empty(Read(text)!);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("API ID(s) set!")]
    [InlineData("{\"callId\":1}")]
    [InlineData("{\"emergencyCalls\":{\"callId\":1}}")]
    [InlineData("{\"emergencyCalls\":\"none\"}")]
    [InlineData("{\"emergencyCalls\":[],\"emergencyCalls\":\"none\"}")]
    [InlineData("{\"emergencyCalls\":[{\"id\":5,\"caller\":\"Jane Doe\"}]}")]
    [InlineData("{\"emergencyCalls\":[{\"callId\":\"A-5\"},{\"callId\":-1},{}]}")]
    [InlineData("{\"emergencyCalls\":[5]}")]
    [InlineData("{\"emergencyCalls\":[null]}")]
    [InlineData("{\"emergencyCalls\":[[{\"callId\":5}]]}")]
    public void NonListIsRejected(string text) => Assert.Null(Read(text));

    [Fact]
    public void TruncatedListIsRejected() =>
        Assert.All(Enumerable.Range(0, V2.TrimEnd().Length - 1), length => Assert.Null(Read(V2[..length])));

    [Fact]
    public void DeepNestingAndHugeNumbersAreHandled()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 150)) + string.Concat(Enumerable.Repeat("]", 150));
        var digits = new string('9', 300);

        Assert.Equal(5, Read($$"""{"emergencyCalls":[{"metaData":{{deep}},"updated":{{digits}},"callId":5}]}""")![0].CallId);
        Assert.Null(Read($"{{\"emergencyCalls\":{new string('[', 500_000)}"));
        Assert.Null(Read($"{{\"emergencyCalls\":[{new string('9', 500_000)}]}}"));
    }

    [Fact]
    public void LongListIsReadCompletely()
    {
        var text = new StringBuilder("{\"emergencyCalls\":[");
        for (var id = 1; id <= 900; id++)
        {
            text.Append(id > 1 ? "," : "").Append($$"""{"callId":{{id}},"caller":"Jane Doe","location":"Innocence Blvd","description":"{{new string('x', 800)}}"}""");
        }

        var list = ReadAll(text.Append("]}").ToString())!;
        Assert.Equal(Enumerable.Range(1, 900), list.Ids.Order());
        Assert.Equal(Enumerable.Range(401, OpenCallCache.MaxCalls).Reverse(), list.Newest.Select(call => call.CallId));
    }

    [Fact]
    public void ListReadInSlicesIsTheSame()
    {
        var text = "{\"emergencyCalls\":[" + string.Join(",", Enumerable.Range(1, 2000).Select(id => $$"""{"callId":{{id}},"caller":"Jane ^1{{id}}"}""")) + "]}";
        var clock = new FakeClock { TimePerRead = TickBudget.Limit / 10 };
        var budget = new TickBudget(clock);
        var reader = new CallListReader(text, _secrets, Now, UtcNow);
        var slices = 1;
        for (budget.Start(); !reader.Advance(budget); budget.Start())
        {
            slices++;
        }

        Assert.InRange(slices, 80, 120);
        Assert.Equal(Read(text), reader.Result!.Newest);
        Assert.Equal(Enumerable.Range(1, 2000), reader.Result.Ids.Order());
    }

    [Theory]
    [InlineData("""{"emergencyCalls":[{"callId":5,"caller":"Al"},{"callId":6},{"callId":5,"caller":"Bo"}]}""", "6 ,5 Bo")]
    [InlineData("""{"emergencyCalls":[{"callId":5}],"emergencyCalls":[{"callId":6},{"callId":7}]}""", "7 ,6 ")]
    [InlineData("""{"emergencyCalls":[{"callId":5}],"emergencyCalls":null}""", "")]
    public void LastOfTwoEqualMembersCounts(string text, string calls)
    {
        var list = ReadAll(text)!;

        Assert.Equal(calls, string.Join(",", list.Newest.Select(call => $"{call.CallId} {call.Caller}")));
        Assert.Equal(list.Newest.Select(call => call.CallId).Order(), list.Ids.Order());
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    [InlineData("\"no\"", null)]
    [InlineData("null", null)]
    public void CivilCallIsNoEmergency(string isEmergency, bool? isCivil) =>
        Assert.Equal(isCivil, Read($$"""{"emergencyCalls":[{"callId":5,"isEmergency":{{isEmergency}},"isOpen":true}]}""")![0].IsCivil);

    [Theory]
    [InlineData("2026-11-24T13:00:00Z", 300)]
    [InlineData("2026-11-24T12:00:00", 300)]
    [InlineData("2026-11-24T12:55:00+01:00", 0)]
    [InlineData("2026-11-24 11:55:00.1234567Z", 0.1234567)]
    public void TimeDefaultsToUtcAndIsNeverInFuture(string updated, double openedAt) =>
        Assert.Equal(TimeSpan.FromSeconds(openedAt), Read($$"""{"emergencyCalls":[{"callId":5,"updated":"{{updated}}"}]}""")![0].OpenedAt);

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("99999-01-01")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1.5")]
    [InlineData("10:30")]
    [InlineData("2026-11-24")]
    [InlineData("2026-13-24T11:00:00Z")]
    [InlineData("11/10/2026 11:00:00")]
    public void InvalidTimeIsIgnored(string updated) =>
        Assert.Null(Read($$"""{"emergencyCalls":[{"callId":5,"updated":"{{updated}}"}]}""")![0].OpenedAt);

    [Theory]
    [InlineData("^1Jane\\n  Doe", "Jane Doe")]
    [InlineData("the key sEcReT-key-1 x", "the key [secret] x")]
    [InlineData("se^1cret-key-1", "[secret]")]
    [InlineData("^1 ", "")]
    public void CallerNameIsSanitizedAndRedacted(string caller, string shown)
    {
        _secrets.Add("secret-key-1");

        Assert.Equal(shown, Read($$"""{"emergencyCalls":[{"callId":5,"caller":"{{caller}}"}]}""")![0].Caller);
    }

    [Theory]
    [InlineData('x', 200, 40)]
    [InlineData('救', 200, 40)]
    [InlineData('x', 201, 0)]
    public void LongCallerNameIsTruncated(char letter, int length, int shown) =>
        Assert.Equal(shown, Read($$"""{"emergencyCalls":[{"callId":5,"caller":"{{new string(letter, length)}}"}]}""")![0].Caller.Length);

    private System.Collections.Generic.IReadOnlyList<OpenCall>? Read(string text) => ReadAll(text)?.Newest;

    private CallList? ReadAll(string text)
    {
        var reader = new CallListReader(text, _secrets, Now, UtcNow);
        Assert.True(reader.Advance(new TickBudget(new FakeClock())));
        return reader.Result;
    }
}
