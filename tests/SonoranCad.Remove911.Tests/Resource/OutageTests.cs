using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>Outages of one API version or both, and a host that is not the CAD.</summary>
public sealed class OutageTests
{
    [Fact]
    public void WorkingV1IsRetriedUntilItRecoversWhileV2RefusesKey()
    {
        using var rig = StartOnV1(1, 2);
        rig.Cad.Faults.Choose(request => IsV2(request) ? CadFault.Unauthorized() : CadFault.Status(404, "404 page not found"));
        var answer = rig.RequestClear(2);
        rig.TickFor(45 * 60);
        Assert.False(answer.HasArrived);
        Assert.Contains(rig.Cad.Requests, IsV2);
        Assert.Contains(rig.Cad.Requests, request => !IsV2(request) && request.At > rig.Time.Elapsed - TimeSpan.FromMinutes(3));
        Assert.DoesNotContain("Error", rig.Server.Console.Text);

        rig.Cad.Faults.Choose(null);
        rig.Await(() => answer.HasArrived, TimeSpan.FromMinutes(5));
        Assert.Equal([2], answer.Cleared);
        Assert.False(IsV2(rig.Cad.Requests[^1]));
    }

    [Fact]
    public void ProbesAlternateWhileV1FailsAndV2ClearsOnceItWorks()
    {
        using var rig = StartOnV1(1, 2);
        rig.Cad.Faults.Always(CadFault.ServerError(503));
        var answer = rig.RequestClear(2);
        rig.TickFor(30 * 60);
        var probes = rig.Cad.Requests.Where(request => request.At > TimeSpan.FromMinutes(2)).Select(IsV2).ToList();
        Assert.True(probes.Count > 20, $"{probes.Count} probes");
        Assert.All(probes.Zip(probes.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));

        rig.Cad.Faults.Always(null);
        rig.Cad.Faults.Choose(request => IsV2(request) ? null : CadFault.ServerError(503));
        rig.Await(() => answer.HasArrived, TimeSpan.FromMinutes(5));
        Assert.Equal([2], answer.Cleared);
        Assert.True(IsV2(rig.Cad.Requests[^1]));
    }

    [Fact]
    public void MissingEndpointsDoNotRuleOutEndpointWithServerErrors()
    {
        using var rig = new ServerRig();
        rig.Configure(api: "auto");
        rig.Open(1);
        rig.Cad.UntypedEmergencyRoute = rig.Cad.V2Routes = false;
        rig.Cad.Faults.Choose(request => request.Path == "/emergency/remove_911" ? CadFault.ServerError(503) : null);
        rig.Start();
        var answer = rig.RequestClear(1);
        rig.TickFor(20 * 60);
        Assert.False(answer.HasArrived);

        rig.Cad.Faults.Choose(null);
        rig.Await(() => answer.HasArrived, TimeSpan.FromMinutes(5));
        Assert.Equal([1], answer.Cleared);
    }

    [Fact]
    public void HostThatReturnsOnly404GetsThreeRequestsThenSingleProbes()
    {
        using var rig = new ServerRig();
        rig.Configure(api: "auto");
        rig.Cad.Faults.Always(CadFault.Status(404, "404 page not found"));
        rig.Start();

        var first = Enumerable.Range(1, 60).Select(call => rig.RequestClear(call)).ToList();
        rig.Await(() => first.All(answer => answer.HasArrived), TimeSpan.FromSeconds(30));
        Assert.InRange(rig.Cad.Requests.Count, 1, 3);
        Assert.All(first, answer => Assert.Equal("endpoint_not_found", answer.Code));

        // Somebody repeats the command every second: each gets a reply, but the CAD's host gets few requests.
        var more = new List<CallbackResult>();
        for (var i = 0; i < 300; i++)
        {
            more.Add(rig.RequestClear(100 + i));
            rig.TickFor(1);
        }

        rig.Await(() => more.All(answer => answer.HasArrived), TimeSpan.FromMinutes(2));
        Assert.All(more, answer => Assert.Equal("endpoint_not_found", answer.Code));
        Assert.InRange(rig.Cad.Requests.Count - 3, 4, 40);
    }

    // The calls that failed in the outage wait behind all others, for longer than maxAgeMinutes.
    [Fact]
    public void ThousandCallsAreClearedOverV2DespiteAnOutage()
    {
        using var rig = new ServerRig();
        rig.Configure(api: "v2");
        rig.Open([.. Enumerable.Range(1, 1000)]);
        rig.Cad.Faults.Always(CadFault.ServerError(502));
        rig.Start();
        var answers = Enumerable.Range(0, 20).Select(i => rig.RequestClear(Enumerable.Range((i * 50) + 1, 50).ToArray())).ToList();
        rig.TickFor(120);
        rig.Cad.Faults.Always(null);

        rig.Await(() => answers.All(answer => answer.HasArrived), TimeSpan.FromHours(2));

        Assert.Equal(1000, answers.Sum(answer => answer.Cleared.Count));
    }

    private static ServerRig StartOnV1(params int[] calls)
    {
        var rig = new ServerRig();
        rig.Configure(api: "auto");
        rig.Open(calls);
        rig.Start();
        var answer = rig.RequestClear(calls[0]);
        rig.Await(() => answer.HasArrived);
        Assert.Equal("/emergency", rig.Cad.Requests[^1].Path);
        return rig;
    }

    private static bool IsV2(ReceivedRequest request) => request.Method == "DELETE";
}
