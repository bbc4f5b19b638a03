using System;
using System.Linq;
using CadServer;
using SonoranCad.Remove911.Tests.Faults;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>One call on which the CAD always fails, next to others.</summary>
public sealed class PoisonCallTests
{
    private const int Poison = 13;

    private static readonly int[] Others = [.. Enumerable.Range(1, 26).Where(call => call != Poison)];

    [Theory]
    [InlineData("v1", 1, 1.02)]
    [InlineData("v2", 10, 61.2)]
    public void OtherCallsAreClearedAsFastAsLimitAllows(string api, int permits, double seconds)
    {
        using var rig = StartWithPoison($", \"api\": \"{api}\"");

        Array.ForEach([.. Others.Append(Poison).Order()], call => Request(rig, call));
        rig.Await(() => rig.OpenCalls().SequenceEqual([Poison]), TimeSpan.FromMinutes(6));

        // Each request goes out as soon as the limit allows: the round trip takes a tick, and noticing it may take another.
        var arrivals = rig.Cad.Requests.Select(request => request.At.TotalSeconds).ToList();
        Assert.All(Enumerable.Range(permits, arrivals.Count - permits), i => Assert.InRange(arrivals[i] - arrivals[i - permits], 0, seconds + 0.1));
        Assert.True(arrivals.Count <= Others.Length + 12, $"{arrivals.Count} requests");
        rig.TickFor(2 * 60);
        AssertNamedOnce(rig);
    }

    [Fact]
    public void CadIsNotReportedAsDownWhileItClearsOtherCalls()
    {
        using var rig = StartWithPoison(", \"api\": \"v2\"");
        Request(rig, Poison);
        rig.TickFor(1);
        Request(rig, 1);
        rig.Await(() => rig.OpenCalls().Count == 25);

        // For minutes only this call is retried; then another one arrives.
        foreach (var call in new[] { 2, 3, 4 })
        {
            rig.TickFor(8 * 60);
            Request(rig, call);
            rig.Await(() => !rig.OpenCalls().Contains(call), TimeSpan.FromMinutes(1));
        }

        AssertNamedOnce(rig);
        rig.TickFor(60 * 60);
        Assert.Contains("Call 13 not cleared for", rig.Server.Console.Text);
    }

    [Fact]
    public void CadIsNotReportedAsDownAfterSingleRateLimit()
    {
        using var rig = StartWithPoison(", \"api\": \"v2\"");
        Request(rig, Poison);
        rig.TickFor(1);
        Request(rig, 1);
        rig.TickFor(30);
        rig.Cad.Faults.Enqueue(CadFault.RateLimited());
        rig.TickFor(8 * 60);
        Request(rig, 2);
        rig.Await(() => !rig.OpenCalls().Contains(2), TimeSpan.FromMinutes(1));

        AssertNamedOnce(rig);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void OtherCallsAreClearedAfterShortRateLimit(string api)
    {
        using var rig = StartWithPoison($", \"api\": \"{api}\"");
        rig.Cad.Faults.Enqueue([.. Enumerable.Repeat(CadFault.RateLimited(), 4)]);
        Request(rig, Poison);
        Array.ForEach(Others, call => Request(rig, call));

        rig.Await(() => rig.OpenCalls().SequenceEqual([Poison]), TimeSpan.FromMinutes(10));
    }

    private static ServerRig StartWithPoison(string settings)
    {
        var rig = new ServerRig();
        rig.Configure(more: settings);
        rig.Open([.. Others, Poison]);
        rig.Cad.Faults.Choose(request => RequestedCallIds.In(request).Contains(Poison) ? CadFault.ServerError() : null);
        rig.Start();
        return rig;
    }

    private static void Request(ServerRig rig, int call) => rig.OtherResource.TriggerEvent("sonorancad-remove911:clear", call);

    private static void AssertNamedOnce(ServerRig rig)
    {
        var text = rig.Server.Console.Text;
        Assert.Equal(1, text.Split("Sonoran CAD fails on call 13 (500).").Length - 1);
        Assert.DoesNotContain("keeps failing", text);
        Assert.DoesNotContain("works again", text);
    }
}
