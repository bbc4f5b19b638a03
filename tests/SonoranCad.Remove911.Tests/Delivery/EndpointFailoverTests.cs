using System;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Delivery;

public sealed class EndpointFailoverTests
{
    [Theory]
    [InlineData(404, "Not Found")]
    [InlineData(405, "")]
    [InlineData(410, "Gone")]
    [InlineData(501, "")]
    [InlineData(200, "Sonoran CAD: Backend Service Reached")]
    [InlineData(400, "THIS ENDPOINT IS DEPRECATED")]
    public void AutoFailsOverFromMissingEndpointAndKeepsWorkingOne(int status, string text)
    {
        var rig = new DeliveryRig();
        var reply = rig.Enqueue(1, 2);
        rig.Tick();
        Assert.EndsWith("/emergency", rig.Sent[0].Request.Url);
        rig.RespondToLast(status, text);
        rig.Tick(1.1);
        Assert.EndsWith("/emergency/remove_911", rig.Sent[1].Request.Url);
        rig.RespondToLast(status, text);
        rig.Tick(1.1);
        Assert.EndsWith("/calls/911/1", rig.Sent[2].Request.Url);
        rig.RespondToLast(200, "{\"callId\":1}");
        rig.Tick();
        rig.RespondToLast(200, "{\"callId\":2}");

        Assert.Equal([1, 2], reply.Cleared);
        Assert.Equal("v2", rig.Store.Get("endpoint"));
        Assert.Single(rig.Console, line => line.Contains("v2 does and is used from now on"));

        rig.Restart();
        rig.Enqueue(3);
        rig.Tick();
        Assert.EndsWith("/calls/911/3", rig.Sent[0].Request.Url);
    }

    [Fact]
    public void AutoFailsOverToV2IfV1IsNotEnabled()
    {
        var rig = new DeliveryRig();
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(400, "API IS NOT ENABLED FOR THIS COMMUNITY");
        rig.Tick();
        rig.RespondToLast(200, "{\"callId\":1}");

        Assert.Equal([1], reply.Cleared);
    }

    [Theory]
    [InlineData(404, "Not Found", "api_not_enabled")]
    [InlineData(401, "", "invalid_api_key")]
    public void FailedV2FailoverAfterV1NotEnabledStopsSending(int status, string text, string code)
    {
        var rig = new DeliveryRig();
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(400, "API IS NOT ENABLED FOR THIS COMMUNITY");
        rig.Tick();
        rig.RespondToLast(status, text);

        Assert.Equal(code, reply.Code);
        Assert.Single(rig.Console, line => line.Contains("No more removals are sent to"));
    }

    [Fact]
    public void V1NotEnabledFailsImmediatelyIfApiIsV1()
    {
        var rig = new DeliveryRig(ApiMode.V1);
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(400, "API IS NOT ENABLED FOR THIS COMMUNITY");

        Assert.Equal("api_not_enabled", reply.Code);
    }

    [Fact]
    public void CallFailsIfNoEndpointExists()
    {
        var rig = new DeliveryRig();
        var reply = rig.Enqueue(1);
        for (var i = 0; i < 3; i++)
        {
            rig.Tick(1.1);
            rig.RespondToLast(404, "Not Found");
        }

        Assert.Equal("endpoint_not_found", reply.Code);
        Assert.Equal(3, rig.Sent.Count);
    }

    [Fact]
    public void WorkingEndpointIsKeptThroughShortOutage()
    {
        var rig = new DeliveryRig();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200);
        var reply = rig.Enqueue(2);
        for (var i = 0; i < 2; i++)
        {
            rig.Tick(10);
            rig.RespondToLast(200, "Backend Service Reached");
        }

        Assert.All(rig.Sent, sent => Assert.EndsWith("/emergency", sent.Request.Url));
        rig.Tick(10);
        rig.RespondToLast(200);
        Assert.Equal([2], reply.Cleared);
    }

    [Theory]
    [InlineData("V1", 400, "CALL NOT FOUND")]
    [InlineData("V2", 404, """{"title":"Not Found","status":404,"detail":"Call 1 was not found."}""")]
    public void EndpointThatDoesNotKnowACallHasWorked(string api, int status, string text)
    {
        var rig = new DeliveryRig(Enum.Parse<ApiMode>(api));
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(status, text);
        var reply = rig.Enqueue(2);
        rig.Tick(10);
        rig.RespondToLast(200, "Backend Service Reached");
        Assert.Empty(reply.Reports);

        rig.Tick(10);
        rig.RespondToLast(200);
        Assert.Equal([2], reply.Cleared);
        Assert.Equal(api.ToLowerInvariant(), rig.Store.Get("endpoint"));
    }

    [Fact]
    public void RemovalSurvivesOutageOfEveryEndpoint()
    {
        var rig = new DeliveryRig();
        rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(200);
        var reply = rig.Enqueue(2);
        for (var i = 0; i < 20; i++)
        {
            rig.Tick(61);
            rig.RespondToLast(200, "Backend Service Reached");
        }

        Assert.Empty(reply.Reports);
        for (var i = 0; i < 3 && reply.Reports.Count == 0; i++)
        {
            rig.Tick(61);
            rig.RespondToLast(200, "{}");
        }

        Assert.Equal([2], reply.Cleared);
    }

    [Fact]
    public void V2SendsAtMostTenRequestsInAnyMinute()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        var reply = rig.Enqueue([.. Enumerable.Range(1, 50)]);
        while (rig.Dispatcher.NeedsTick)
        {
            rig.Tick();
            for (var i = 0; i < rig.Sent.Count; i++)
            {
                rig.Respond(i, 200, "{}");
            }
        }

        Assert.Equal(50, reply.Cleared.Count);
        Assert.Equal(50, rig.Sent.Count);
        for (var i = 10; i < 50; i++)
        {
            Assert.True(rig.Sent[i].At - rig.Sent[i - 10].At >= TimeSpan.FromMinutes(1));
        }

        Assert.InRange(rig.Clock.Elapsed, TimeSpan.FromSeconds(240), TimeSpan.FromSeconds(240 * 1.05));
    }

    [Fact]
    public void RateLimitSurvivesRestart()
    {
        var rig = new DeliveryRig(ApiMode.V2);
        rig.MarkAlone();
        rig.Enqueue([.. Enumerable.Range(1, 30)]);
        rig.Tick();
        rig.RespondToLast(200, "{}");
        rig.Tick();
        Assert.Equal(10, rig.Sent.Count);

        rig.Restart();
        rig.Tick(30);
        Assert.Empty(rig.Sent);
        rig.Tick(32);
        Assert.Single(rig.Sent);
    }

    [Theory]
    [InlineData("{\"title\":\"Not Found\",\"detail\":\"Server 1 is not configured.\"}", "server_unknown")]
    [InlineData("{\"title\":\"Not Found\",\"detail\":\"Call 1 was not found.\"}", "call_not_found")]
    public void V2NotFoundDistinguishesServerFromCall(string problem, string code)
    {
        var rig = new DeliveryRig(ApiMode.V2);
        var reply = rig.Enqueue(1);
        rig.Tick();
        rig.RespondToLast(404, problem);

        Assert.Equal(code, reply.Code);
    }
}
