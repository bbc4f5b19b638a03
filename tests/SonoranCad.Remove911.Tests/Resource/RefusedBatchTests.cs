using System;
using System.Linq;
using CadServer;
using SonoranCad.Remove911.Tests.Faults;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>Batches of 50 that the CAD refuses: because of one call, of several, or of the whole community.</summary>
public sealed class RefusedBatchTests
{
    private static readonly int[] Batch = [.. Enumerable.Range(1, 50)];

    [Fact]
    public void BatchOfBlockedCommunityCausesTwelveRequestsAtMost()
    {
        using var rig = Start();
        rig.Cad.Faults.Always(CadFault.BadRequest("TOO MANY MALFORMED REQUESTS"));
        var batch = rig.RequestClear(Batch);
        rig.TickFor(0.5);
        var other = rig.RequestClear(900);

        rig.Await(() => batch.HasArrived && other.HasArrived, TimeSpan.FromMinutes(15));

        Assert.Equal(50, batch.Failed.Count);
        Assert.Equal("cad_rejected", other.Code);
        var requests = rig.Cad.Requests.Select(RequestedCallIds.In).ToList();
        Assert.InRange(requests.Count(calls => calls.Any(Batch.Contains)), 3, 12);
        Assert.InRange(requests.FindIndex(calls => calls.Contains(900)), 1, 3);

        // Refusals slow the requests down: they go out less often than the limit allows.
        Assert.True(rig.Cad.Requests[^1].At - rig.Cad.Requests[0].At > TimeSpan.FromSeconds(20), rig.Cad.Requests[^1].At.ToString());
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void BlockedCommunityIsAskedLessOftenForSingleCallsToo(string api)
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"maxBatch\": 1", api: api);
        rig.Start();
        rig.Cad.Faults.Always(CadFault.BadRequest("TOO MANY MALFORMED REQUESTS"));
        var first = rig.RequestClear(1);
        rig.Await(() => first.HasArrived);
        Assert.Equal("cad_rejected", first.Code);

        rig.RequestClear(Batch);
        rig.TickFor(5 * 60);
        Assert.InRange(rig.Cad.Requests.Count, 4, 30);

        rig.Cad.Faults.Always(null);
        rig.Open(900);
        var last = rig.RequestClear(900);
        rig.Await(() => last.HasArrived, TimeSpan.FromMinutes(10));
        Assert.Equal([900], last.Cleared);
    }

    [Theory]
    [InlineData("THIS CALL IS LOCKED", "cad_rejected", 37)]
    [InlineData("THIS CALL IS LOCKED", "cad_rejected", 7, 44)]
    [InlineData("CALL NOT FOUND", "call_not_found", 1, 13, 26, 39, 50)]
    public void RefusedCallsAreIsolatedFromBatchOfFifty(string text, string code, params int[] bad)
    {
        using var rig = Start();
        rig.Open(Batch);
        rig.Cad.Faults.Choose(request => RequestedCallIds.In(request).Intersect(bad).Any() ? CadFault.BadRequest(text) : null);
        var answer = rig.RequestClear(Batch);

        rig.Await(() => answer.HasArrived, TimeSpan.FromMinutes(15));

        Assert.Equal(bad, answer.Failed.Select(row => CallbackResult.ToInt(row["callId"])).Order());
        Assert.All(answer.Failed, row => Assert.Equal(code, row["code"]));
        Assert.Equal(bad, rig.OpenCalls());
    }

    [Fact]
    public void RefusedBatchIsClearedIfCadReportsItsCallsAsRemoved()
    {
        using var rig = Start();
        rig.Cad.Faults.Always(CadFault.BadRequest("CALL NOT FOUND"));
        rig.Transport.Latency = TimeSpan.FromMilliseconds(200);
        int[] calls = [1, 2];
        var answer = rig.RequestClear(calls);
        rig.TickFor(0.1);
        rig.OtherResource.TriggerEvent("SonoranCAD::pushevents:CadCallRemoved", 1);
        rig.OtherResource.TriggerEvent("SonoranCAD::pushevents:CadCallRemoved", 2);

        rig.Await(() => answer.HasArrived);

        Assert.Equal(calls, answer.Cleared);
        Assert.DoesNotContain("Error in", rig.Server.Console.Text);
    }

    private static ServerRig Start()
    {
        var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v1\"");
        rig.Start();
        return rig;
    }
}
