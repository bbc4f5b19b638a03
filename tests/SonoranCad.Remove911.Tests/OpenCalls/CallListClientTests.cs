using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.OpenCalls;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.OpenCalls;

public sealed class CallListClientTests
{
    private readonly OpenCallRig _rig = new();

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
    public void OversizedListIsReportedOnce()
    {
        var results = new List<CallListResult>();
        _rig.ListClient.Fetch(_rig.Accounts.GetCurrent(out _)!, results.Add);
        _rig.Respond(200, new string(' ', HttpResponse.MaxTextLength + 1));
        _rig.Tick();

        Assert.Single(results);
        Assert.False(_rig.ListClient.NeedsTick);
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void OnlyASuccessIsRead(int status, bool isRead)
    {
        var asked = _rig.Query();
        _rig.Respond(status, OpenCallRig.CallListJson(1));

        Assert.Equal(isRead, asked.Single().Calls is not null);
    }

    [Fact]
    public void RunningVendorTakesOneOfTheRequests()
    {
        Assert.Equal(5, _rig.ListClient.MaxPerMinute);
        _rig.Ports.Resources.States["sonorancad"] = "started";
        Assert.Equal(4, _rig.ListClient.MaxPerMinute);

        FailFourTimes();
        Assert.Equal("The list can only be read 4 times a minute. Next read in 57 s.", Reason(_rig.Query().Single()));
    }

    [Fact]
    public void OtherApiIsNotTriedBeyondTheLimit()
    {
        FailFourTimes();
        var asked = _rig.Query();
        _rig.Respond(404, "");

        Assert.StartsWith("Sonoran CAD has no list", Reason(asked.Single()), StringComparison.Ordinal);
        Assert.Equal(5, _rig.Sent.Count);
    }

    [Fact]
    public void OtherApiIsTriedEachTimeUntilOneWorks()
    {
        _rig.Query();
        _rig.Respond(404, "");
        _rig.Respond(503, "");
        Assert.Equal(["POST", "GET"], _rig.Sent.Select(request => request.Method));

        _rig.Tick(1.1);
        _rig.Query();
        Assert.Equal("POST", _rig.Sent[2].Method);
    }

    [Fact]
    public void LongListIsReadOverSeveralTicks()
    {
        var asked = _rig.Query();
        _rig.Clock.TimePerRead = TickBudget.Limit / 10;
        _rig.RespondWithCalls([.. Enumerable.Range(1, 500)]);
        var ticks = 0;
        for (; asked.Count == 0; ticks++)
        {
            Assert.True(_rig.ListClient.NeedsTick);
            _rig.Tick();
        }

        Assert.InRange(ticks, 5, 100);
        Assert.Equal(500, asked[0].Calls!.Count);
        Assert.False(_rig.ListClient.NeedsTick);
    }

    [Fact]
    public void ReaderThatThrowsIsNotRunAgain()
    {
        _rig.ListClient.Fetch(_rig.Accounts.GetCurrent(out _)!, _ => throw new InvalidOperationException("gone"));

        Assert.Throws<InvalidOperationException>(() => _rig.RespondWithCalls(1));
        Assert.False(_rig.ListClient.NeedsTick);
        _rig.Tick();
    }

    private void FailFourTimes()
    {
        for (var i = 0; i < 4; i++)
        {
            _rig.Query();
            _rig.Respond(503, "");
            _rig.Tick(1.1);
        }
    }

    private static string Reason(OpenCallsResult answer) => answer.ListError!.Reason.InEnglish();
}
