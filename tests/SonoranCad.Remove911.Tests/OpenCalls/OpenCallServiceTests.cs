using System;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
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
    public void ListIsRequestedAtMostFiveTimesAMinute()
    {
        for (var i = 0; i < 5; i++)
        {
            _rig.Query();
            _rig.Respond(503, "");
            _rig.Tick(1.1);
        }

        var answer = _rig.Query().Single();
        Assert.Equal(5, _rig.Sent.Count);
        Assert.Equal("The list can only be read 5 times a minute. Next read in 56 s.", Reason(answer));

        _rig.Tick(60);
        var later = _rig.Query();
        _rig.RespondWithCalls(1);
        Assert.Single(later.Single().Calls!);
    }

    [Fact]
    public void V1ListAndRemovalShareOneRequestPerSecond()
    {
        var limit = _rig.Delivery.Limits.GetLimiter(ApiVersion.V1);
        _rig.Query();
        Assert.Single(_rig.Sent);
        Assert.Equal(TimeSpan.MaxValue, limit.NextPermitAt(_rig.Clock.Elapsed));
        _rig.Respond(503, "");
        Assert.InRange(limit.NextPermitAt(_rig.Clock.Elapsed) - _rig.Clock.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1));

        _rig.Tick(2);
        _rig.Delivery.Limits.Acquire(ApiVersion.V1);
        var asked = _rig.Query();
        _rig.Tick(5);
        Assert.Single(_rig.Sent);
        Assert.True(_rig.ListClient.NeedsTick);
        limit.Release(_rig.Clock.Elapsed);
        _rig.Tick(0.5);
        Assert.Single(_rig.Sent);
        _rig.Tick(0.6);
        Assert.False(_rig.ListClient.NeedsTick);
        _rig.RespondWithCalls(1);
        Assert.Single(asked.Single().Calls!);
    }

    [Fact]
    public void V2ListDoesNotWaitForRemovals()
    {
        var rig = new OpenCallRig(ApiMode.V2);
        for (var i = 0; i < 10; i++)
        {
            rig.Delivery.Limits.Acquire(ApiVersion.V2);
        }

        rig.Query();
        Assert.Single(rig.Sent);
    }

    [Fact]
    public void ReconfiguredApiAppliesToList()
    {
        _rig.ListClient.Reconfigure(CallListEndpoint.CreateAll(ApiMode.V2, "1.0.0", _rig.Secrets));
        _rig.Query();
        Assert.Equal("GET", _rig.Sent[0].Method);
        _rig.RespondWithCalls(1);

        _rig.ListClient.Reconfigure(CallListEndpoint.CreateAll(ApiMode.V1, "1.0.0", _rig.Secrets));
        _rig.Tick(20);
        _rig.Query();
        Assert.Equal("POST", _rig.Sent[1].Method);
    }

    [Fact]
    public void UnavailableListFailsOverToOtherApiAndStaysThere()
    {
        var asked = _rig.Query();
        Assert.EndsWith("/emergency/get_calls", _rig.Sent[0].Url);
        _rig.Respond(400, "API IS NOT ENABLED FOR THIS COMMUNITY");
        Assert.Empty(asked);
        Assert.EndsWith("/v2/emergency/servers/1/calls?type=1&closedLimit=0", _rig.Sent[1].Url);
        _rig.RespondWithCalls(1);
        Assert.Single(asked);

        _rig.Tick(20);
        _rig.Query();
        Assert.Equal("GET", _rig.Sent[2].Method);
    }

    [Fact]
    public void ListStartsWithApiVersionThatRemovalsUse()
    {
        _rig.ApiVersion = ApiVersion.V2;
        var asked = _rig.Query();
        Assert.Equal("GET", _rig.Sent[0].Method);
        _rig.Respond(404, "");
        Assert.Equal("POST", _rig.Sent[1].Method);
        _rig.RespondWithCalls(1);

        Assert.Equal([1], OpenCallRig.Ids(asked.Single()));
    }

    [Fact]
    public void BothReasonsAreReportedIfNeitherApiHasList()
    {
        var asked = _rig.Query();
        _rig.Respond(400, "API IS NOT ENABLED FOR THIS COMMUNITY");
        _rig.Respond(404, "");

        var answer = asked.Single();
        Assert.StartsWith("API v1: The API is off for this community", Reason(answer));
        Assert.EndsWith("API v2: Sonoran CAD has no list of calls at this address (endpoint_not_found).", Reason(answer));
        Assert.True(answer.ListError!.IsPermanent);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void ConfiguredApiVersionDisablesFailover(string api)
    {
        var rig = new OpenCallRig(Enum.Parse<ApiMode>(api, ignoreCase: true));
        var asked = rig.Query();
        rig.Respond(404, "");

        Assert.Single(asked);
        Assert.Single(rig.Sent);
    }

    [Theory]
    [InlineData(200, "[]", "Something other than Sonoran CAD responded")]
    [InlineData(200, "<html>", "Something other than Sonoran CAD responded")]
    [InlineData(200, "INVALID API KEY", "does not accept this server's account (invalid_api_key)")]
    [InlineData(400, "INVALID COMMUNITY ID", "does not accept this server's account (invalid_community)")]
    [InlineData(400, "^1NO key-1", "rejected the request (400): \"NO [secret]\".")]
    [InlineData(400, "", "rejected the request (400) without giving a reason.")]
    [InlineData(429, "", "too many requests")]
    [InlineData(302, "", "redirects (302)")]
    [InlineData(0, "", "could not be reached")]
    public void EachFailureIsExplainedAndNextQuerySucceeds(int status, string text, string reason)
    {
        var asked = _rig.Query();
        _rig.Respond(status, text);
        Assert.Contains(reason, Reason(asked.Single()));

        _rig.Tick(1.1);
        var again = _rig.Query();
        _rig.RespondWithCalls(1);
        Assert.Equal([1], OpenCallRig.Ids(again.Single()));
    }

    [Fact]
    public void UnknownV2ServerIsReportedAsServerId()
    {
        var rig = new OpenCallRig(ApiMode.V2);
        var asked = rig.Query();
        rig.Respond(404, """{"detail":"Server 1 is not configured for this community."}""");

        Assert.Contains("serverId", Reason(asked.Single()));
    }

    [Fact]
    public void ErrorTextInsideCallIsNotReadAsError()
    {
        var asked = _rig.Query();
        _rig.Respond(200, """{"emergencyCalls":[{"callId":1,"caller":"INVALID API KEY","description":"Backend Service Reached"}]}""");

        Assert.Equal([1], OpenCallRig.Ids(asked.Single()));
    }

    [Fact]
    public void OversizedListIsRejected()
    {
        var asked = _rig.Query();
        _rig.Respond(200, OpenCallRig.CallListJson(1) + new string(' ', HttpResponse.MaxTextLength));

        Assert.Contains("too long", Reason(asked.Single()));
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
        _rig.Tick(300);
        Assert.Single(_rig.Query());
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
