using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class OpenCallServiceTests
{
    private readonly OpenCallRig _rig = new();

    [Fact]
    public void ListIsCachedForFifteenSeconds()
    {
        var first = _rig.Query();
        Assert.Empty(first);
        _rig.RespondWithCalls(1, 2);
        Assert.Equal([2, 1], OpenCallRig.Ids(first.Single()));

        _rig.Tick(14.9);
        Assert.Equal([2, 1], OpenCallRig.Ids(_rig.Query().Single()));
        Assert.Single(_rig.Sent);

        _rig.Tick(0.2);
        Assert.Empty(_rig.Query());
        Assert.Equal(2, _rig.Sent.Count);
    }

    [Fact]
    public void QueriesDuringRequestShareItsResponse()
    {
        var first = _rig.Query();
        _rig.Tick(4);
        var second = _rig.Query();
        Assert.Single(_rig.Sent);

        _rig.RespondWithCalls(1);
        Assert.Single(first);
        Assert.Single(second);
    }

    [Fact]
    public void FailureIsSharedByWaitingQueriesOnly()
    {
        var first = _rig.Query();
        var second = _rig.Query();
        _rig.Respond(503, "down");
        Assert.Equal("Sonoran CAD returned an error (503).", Reason(first.Single()));
        Assert.Equal(Reason(first[0]), Reason(second.Single()));

        _rig.Tick(1.1);
        var third = _rig.Query();
        _rig.RespondWithCalls(1);
        Assert.Equal([1], OpenCallRig.Ids(third.Single()));
    }

    [Fact]
    public void ListIsRequestedAgainIfCommunityChangesMeanwhile()
    {
        var first = _rig.Query();
        var second = _rig.Query();
        _rig.Config = """{ "communityId": "d", "apiKey": "key-1" }""";
        _rig.Accounts.Reload(ConfigReader.Read(_rig.Config));
        _rig.RespondWithCalls(7);
        Assert.Empty(first);

        // API v1 allows one request per second.
        _rig.Tick(1.1);
        Assert.Contains("\"id\":\"d\"", _rig.Sent[1].Body);

        _rig.RespondWithCalls(9);
        Assert.Equal([9], OpenCallRig.Ids(first.Single()));
        Assert.Equal([9], OpenCallRig.Ids(second.Single()));
        Assert.Equal(2, _rig.Sent.Count);
    }

    [Fact]
    public void CommunityChangeDropsCachedCalls()
    {
        _rig.OnCallOpened(301);
        Assert.Equal([301], OpenCallRig.Ids(_rig.Query().Single()));
        _rig.Accounts.MarkRefused(_rig.Accounts.GetCurrent(out _)!, CadErrors.InvalidCommunity);
        _rig.Config = """{ "communityId": "d", "apiKey": "key-1" }""";
        _rig.Tick(1);

        Assert.Empty(_rig.Query());

        Assert.Contains("\"id\":\"d\"", Assert.Single(_rig.Sent).Body);
    }

    [Fact]
    public void MissingResponseFailsAfterTimeout()
    {
        var asked = _rig.Query();
        _rig.Tick(10.1);

        Assert.Equal("Sonoran CAD did not respond.", Reason(asked.Single()));
    }

    [Fact]
    public void MissingAccountIsReportedAndRecovers()
    {
        var good = _rig.Config;
        _rig.Config = "{}";
        Assert.Equal("not_configured", _rig.Query().Single().Refusal!.Code);
        Assert.Empty(_rig.Sent);

        _rig.Config = good;
        _rig.Tick(1);
        Assert.Empty(_rig.Query());
        Assert.Single(_rig.Sent);
    }

    [Fact]
    public void PushEventsServeQueriesWithoutListRequest()
    {
        _rig.OnCallOpened(3);
        var asked = _rig.Query();
        Assert.Equal([3], OpenCallRig.Ids(asked.Single()));
        Assert.True(asked[0].IsSinceStart);

        _rig.Tick(300);
        _rig.OnCallOpened(4);
        _rig.Service.OnCallClosed(3);
        Assert.Equal([4], OpenCallRig.Ids(_rig.Query().Single()));
        Assert.Empty(_rig.Sent);
    }

    [Fact]
    public void PushEventsUpdateExistingList()
    {
        _rig.Query();
        _rig.RespondWithCalls(1, 2);
        _rig.Tick(20);
        _rig.OnCallOpened(3);
        _rig.Service.OnCallClosed(2);

        var asked = _rig.Query();
        Assert.Equal([3, 1], OpenCallRig.Ids(asked.Single()));
        Assert.False(asked[0].IsSinceStart);
        Assert.Single(_rig.Sent);
    }

    [Fact]
    public void ListIsRequestedTenMinutesAfterLastPushEvent()
    {
        _rig.OnCallOpened(1);

        _rig.Tick(599);
        Assert.Single(_rig.Query());
        _rig.Tick(2);
        var asked = _rig.Query();
        Assert.Empty(asked);
        _rig.RespondWithCalls(1, 2);

        Assert.Equal([1, 2], OpenCallRig.Ids(asked.Single()));
        _rig.Tick(15);
        Assert.Empty(_rig.Query());
    }

    [Fact]
    public void KnownCallsAreReturnedWithErrorIfListFails()
    {
        _rig.OnCallOpened(3);
        _rig.Tick(601);
        var asked = _rig.Query();
        _rig.Respond(400, "INVALID API KEY");

        Assert.Equal([3], OpenCallRig.Ids(asked.Single()));
        Assert.Contains("invalid_api_key", Reason(asked[0]));
    }

    [Fact]
    public void ListUnderOneMinuteOldIsReturnedWithErrorIfRefreshFails()
    {
        _rig.Query();
        _rig.RespondWithCalls(1);
        _rig.Tick(30);
        var asked = _rig.Query();
        _rig.Respond(503, "");
        Assert.Equal([1], OpenCallRig.Ids(asked.Single()));
        Assert.NotNull(asked[0].ListError);

        _rig.Tick(31);
        var later = _rig.Query();
        _rig.Respond(503, "");
        Assert.Null(later.Single().Calls);
    }

    [Fact]
    public void ThrowingCallbackDoesNotAffectOtherQueries()
    {
        _rig.Service.GetOpenCalls(_ => throw new System.InvalidOperationException("gone"));
        var asked = _rig.Query();
        _rig.RespondWithCalls(1);

        Assert.Single(asked);
        Assert.Contains(_rig.Log, line => line.StartsWith("^1Error: Error in open calls. ", System.StringComparison.Ordinal));
    }

    [Fact]
    public void ListAndLaterEventsTellWhichCallsAreAbsent()
    {
        Assert.False(IsAbsent());
        _rig.Query();
        _rig.RespondWithCalls(1);
        Assert.True(IsAbsent());

        _rig.Tick(50);
        _rig.OnCallOpened(2);
        _rig.Tick(50);
        Assert.True(IsAbsent());
        _rig.Service.OnCallClosed(2);
        _rig.Tick(50);
        Assert.True(IsAbsent());
        _rig.Tick(10.1);
        Assert.False(IsAbsent());

        bool IsAbsent() => _rig.Cache.IsAbsent(999, _rig.Clock.Elapsed);
    }

    [Fact]
    public void EventsDuringRequestOutweighItsListButNotTheNextOne()
    {
        var first = _rig.Query();
        _rig.Service.OnCallClosed(1);
        _rig.RespondWithCalls(1, 2);
        Assert.Equal([2], OpenCallRig.Ids(first.Single()));

        _rig.Tick(601);
        var second = _rig.Query();
        _rig.RespondWithCalls(1, 2);
        Assert.Equal([2, 1], OpenCallRig.Ids(second.Single()));
    }

    [Fact]
    public void CommunityChangeForgetsCallsAtOnce()
    {
        _rig.OnCallOpened(301);

        _rig.Service.Reset();

        Assert.Equal(0, _rig.Cache.Count);
    }

    [Fact]
    public void UnknownCallsAreNeitherTruncatedNorSinceStartup()
    {
        var failed = _rig.Query();
        _rig.Respond(503, "");
        var error = failed.Single().ListError!;

        Assert.Equal(new OpenCallsResult(null, IsTruncated: false, IsSinceStart: false, error, null), failed[0]);
        Assert.Equal(new OpenCallsResult(null, IsTruncated: false, IsSinceStart: false, null, RemovalErrors.SlowDown), OpenCallsResult.Refused(RemovalErrors.SlowDown));
    }

    [Fact]
    public void QueriesBeyondTwoHundredWaitingAreRefused()
    {
        var asked = Enumerable.Range(0, 201).Select(_ => _rig.Query()).ToList();

        Assert.Equal("slow_down", asked[200].Single().Refusal!.Code);
        _rig.RespondWithCalls(1);
        Assert.All(asked, one => Assert.Single(one));
    }

    private static string Reason(OpenCallsResult answer) => answer.ListError!.Reason.InEnglish();
}
