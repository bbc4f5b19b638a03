using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class ClearAllConfirmationsTests
{
    private static readonly Requester Jane = Requester.Player(1, "Jane", "license:1");

    private readonly FakeClock _clock = new();
    private readonly DeliveryRig _rig = new();
    private readonly ClearAllConfirmations _confirmations;

    public ClearAllConfirmationsTests()
    {
        _rig.Accounts.GetCurrent(out _);
        _confirmations = new ClearAllConfirmations(_rig.Accounts, _clock);
    }

    [Theory]
    [InlineData(14.9, true)]
    [InlineData(15, false)]
    public void ConfirmationExpiresAfterFifteenSecondsAndWorksOnce(double seconds, bool holds)
    {
        _confirmations.Start(Jane, [1, 2], "all");
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(holds, _confirmations.Consume(Jane) is not null);
        Assert.Null(_confirmations.Consume(Jane));
    }

    [Fact]
    public void NewConfirmationReplacesOldOne()
    {
        _confirmations.Start(Jane, [1, 2], "all");
        _confirmations.Start(Jane, [3], "all");

        Assert.Equal([3], _confirmations.Consume(Jane)?.CallIds);
    }

    [Fact]
    public void ConfirmationBelongsToOneRequesterOnly()
    {
        _confirmations.Start(Jane, [1], "all");

        Assert.Null(_confirmations.Consume(Requester.Player(1, "Jane", "license:2")));
        Assert.Null(_confirmations.Consume(Requester.Player(2, "Jane", "license:1")));
        Assert.Null(_confirmations.Consume(Requester.Console));
    }

    [Fact]
    public void CallsClosedMeanwhileAreExcluded()
    {
        var cache = new OpenCallCache(() => null);
        cache.CallClosed += _confirmations.RemoveCall;
        Apply(cache, [.. Enumerable.Range(1, 3).Select(id => OpenCall.FromList(id, "", "", null))]);
        _confirmations.Start(Jane, [1, 2, 3], "all");

        cache.Remove(1);
        cache.BeginRefresh();
        Apply(cache, [OpenCall.FromList(2, "", "", null), OpenCall.FromList(4, "", "", null)]);

        Assert.Equal([2], _confirmations.Consume(Jane)?.CallIds);
    }

    [Theory]
    [InlineData("c", 1, new[] { 1, 2 })]
    [InlineData("c", 2, new int[0])]
    [InlineData("d", 1, new int[0])]
    public void CallsOfAnotherCommunityOrServerAreExcluded(string community, int serverId, int[] callIds)
    {
        _confirmations.Start(Jane, [1, 2], "from Jane");

        _rig.Accounts.Reload(ConfigReader.Read($$"""{ "communityId": "{{community}}", "apiKey": "key-2", "serverId": {{serverId}} }"""));

        var counted = _confirmations.Consume(Jane)!;
        Assert.Equal(callIds, counted.CallIds);
        Assert.Equal("from Jane", counted.Words);
    }

    [Fact]
    public void CanceledCountCannotBeConfirmed()
    {
        var john = Requester.Player(2, "John", "license:2");
        _confirmations.Start(Jane, [1], "all");
        _confirmations.Start(john, [1], "all");

        _confirmations.Cancel(Jane);

        Assert.Null(_confirmations.Consume(Jane));
        Assert.NotNull(_confirmations.Consume(john));
    }

    private static void Apply(OpenCallCache cache, OpenCall[] calls) => cache.ApplyList(new CallList(calls, [.. calls.Select(call => call.CallId)]));
}
