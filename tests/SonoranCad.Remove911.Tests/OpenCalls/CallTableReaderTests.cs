using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Globalization;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class CallTableReaderTests
{
    private static readonly TimeSpan Now = TimeSpan.FromMinutes(5);
    private static readonly DateTime UtcNow = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    private readonly SecretRedactor _secrets = new();

    [Fact]
    public void MapAndListAreReadAlike()
    {
        Assert.Equal([3, 2, 1], Ids(Read(Map(1, 2, 3))));
        Assert.Equal([3, 2, 1], Ids(Read(new List<object?> { Call(1), Call(2), Call(3) })));
        Assert.Empty(Read(new List<object?>())!.Ids);
    }

    [Fact]
    public void ListedCallHasTimeAndCivilMark()
    {
        var call = Assert.Single(Read(new List<object?> { Call(5, ("updated", "2026-11-24T11:31:00Z"), ("isEmergency", false)) })!.Newest);

        Assert.Equal(TimeSpan.FromMinutes(5 - 29), call.OpenedAt);
        Assert.True(call.IsCivil);
        Assert.False(call.IsFromEvent);
    }

    [Fact]
    public void TextsAreSanitizedAndRedacted()
    {
        _secrets.Add("secret-key-1");
        var call = Assert.Single(Read(new List<object?> { Call(5, ("caller", "^1Jane\n secret-key-1"), ("location", new string('x', 201))) })!.Newest);

        Assert.Equal(("Jane [secret]", string.Empty), (call.Caller, call.Location));
    }

    [Fact]
    public void ClosedCallsAreSkipped() => Assert.Equal([3, 1], Ids(Read(Map(1, 2, 3), isClosed: callId => callId == 2)));

    [Fact]
    public void TableWithOnlyClosedCallsIsNotRejected() => Assert.Empty(Read(Map(1, 2, 3), isClosed: _ => true)!.Ids);

    [Fact]
    public void NewestFiveHundredAreKeptAndAllIdsKnown()
    {
        var list = Read(Map([.. Enumerable.Range(1, 2000)]))!;

        Assert.Equal(Enumerable.Range(1501, OpenCallCache.MaxCalls).Reverse(), Ids(list));
        Assert.Equal(Enumerable.Range(1, 2000), list.Ids.Order());
    }

    [Fact]
    public void TableOfMoreThanTenThousandEntriesIsRejected()
    {
        Assert.NotNull(Read(Enumerable.Range(1, 10_000).Select(id => (object?)Call(id)).ToList()));
        Assert.NotNull(Read(Enumerable.Range(1, 10_000).ToDictionary(id => "c" + id, id => (object?)Call(id))));
        Assert.Null(Read(Enumerable.Range(1, 10_001).ToDictionary(id => "c" + id, id => (object?)Call(id))));
        Assert.Null(Read(Enumerable.Range(1, 10_001).Select(id => (object?)Call(id)).ToList()));
    }

    [Fact]
    public void TableWithMoreThanSixtyFourMembersIsNotACall()
    {
        var most = Call(5, [.. Enumerable.Range(2, 63).Select(i => ($"m{i}", (object?)i))]);
        var tooMany = Call(6, [.. Enumerable.Range(2, 64).Select(i => ($"m{i}", (object?)i))]);

        Assert.Equal([5], Ids(Read(new List<object?> { most, tooMany })));
    }

    [Fact]
    public void OtherValueIsNotATable() => Assert.All(new object?[] { null, "5", 5 }, value => Assert.Null(Read(value)));

    [Fact]
    public void TableWithoutAnyCallIsRejectedAndOtherEntriesAreSkipped()
    {
        Assert.Null(Read(new List<object?> { "x", null }));
        Assert.Equal([5], Ids(Read(new List<object?> { "x", Call(5), Call(-1) })));
    }

    [Fact]
    public void TableReadInSlicesIsTheSame()
    {
        var table = Map([.. Enumerable.Range(1, 2000)]);
        var clock = new FakeClock { TimePerRead = TickBudget.Limit / 10 };
        var budget = new TickBudget(clock);
        var reader = new CallTableReader(table, _ => false, _secrets, Now, UtcNow);
        var slices = 1;
        for (budget.Start(); !reader.Advance(budget); budget.Start())
        {
            slices++;
        }

        Assert.InRange(slices, 200, 300);
        Assert.Equal(Read(table)!.Newest, reader.Result!.Newest);
    }

    private static List<int>? Ids(CallList? list) => list?.Newest.Select(call => call.CallId).ToList();

    private static ExpandoObject Map(params int[] callIds)
    {
        var map = new ExpandoObject();
        foreach (var callId in callIds)
        {
            map.TryAdd(callId.ToString(CultureInfo.InvariantCulture), Call(callId));
        }

        return map;
    }

    private static ExpandoObject Call(int callId, params (string Name, object? Value)[] members)
    {
        var call = new ExpandoObject();
        call.TryAdd("callId", (long)callId);
        foreach (var (name, value) in members)
        {
            call.TryAdd(name, value);
        }

        return call;
    }

    private CallList? Read(object? table, Predicate<int>? isClosed = null)
    {
        var reader = new CallTableReader(table, isClosed ?? (_ => false), _secrets, Now, UtcNow);
        Assert.True(reader.Advance(new TickBudget(new FakeClock())));
        return reader.Result;
    }
}
