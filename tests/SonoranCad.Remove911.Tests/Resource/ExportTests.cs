using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

public sealed class ExportTests
{
    [Fact]
    public void ResourceClearsCall()
    {
        using var rig = ServerRig.Started(101);
        var answer = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", 101, answer.Function);
        rig.Await(() => answer.HasArrived);

        Assert.True(answer.Ok);
        Assert.Equal([101], answer.Cleared);
        rig.AwaitConsole("for resource dispatch");
    }

    [Theory]
    [MemberData(nameof(EventTests.InvalidArguments), MemberType = typeof(EventTests), DisableDiscoveryEnumeration = true)]
    public void InvalidArgumentsAreHandled(string what, object?[] args)
    {
        using var rig = ServerRig.Started();
        var answer = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", args.Length > 1 ? args : [args.FirstOrDefault(), answer.Function]);
        rig.Await(() => args.Length > 1 || answer.HasArrived);

        Assert.NotEmpty(what);
        Assert.Empty(rig.Cad.Requests);
        rig.AssertStillWorks();
        Assert.DoesNotContain("Error in", rig.Server.Console.Text);
    }

    [Fact]
    public void ExportCallWithoutResourceIsRefused()
    {
        // What a client gets by raising the export's event: the function, called without a resource.
        using var rig = ServerRig.Started(101);
        var guest = rig.Guest();
        var called = false;

        rig.Server.CallExportWithoutResource(ServerRig.ResourceName, "clear911", 101, new Func<object?[], object?>(_ => called = true));
        guest.TriggerServerEvent("__cfx_export_sonorancad-remove911_clear911", new Func<object?[], object?>(_ => null));
        guest.TriggerServerEvent("__cfx_export_sonorancad-remove911_clear911", "garbage");
        rig.AwaitConsole("Refused an export call that no resource made");

        Assert.False(called);
        Assert.Empty(rig.Cad.Requests);
        rig.AssertStillWorks();
    }

    [Fact]
    public void RefusedRequestNamesEachReadableCall()
    {
        using var rig = ServerRig.Started(101, 102);
        var answer = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", new List<object> { 101, "abc", 102, "7,x,8" }, answer.Function);

        Assert.False(answer.Ok);
        Assert.Empty(answer.Cleared);
        Assert.False(answer.Failed[0].ContainsKey("callId"));
        Assert.Contains("\"abc\" is not a call id", answer.Message);
        Assert.Equal([101, 102, 7, 8], answer.Failed.Skip(1).Select(row => CallbackResult.ToInt(row["callId"])));
        Assert.All(answer.Failed, row => Assert.Equal("invalid_call_id", row["code"]));
        Assert.Equal(1, answer.Count);
        Assert.Equal([101, 102], rig.OpenCalls());
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(5000, 1051)]
    public void RequestForTooManyCallsNamesEachReadableCall(int count, int named)
    {
        using var rig = ServerRig.Started();
        var answer = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", Enumerable.Range(1, count).ToList(), answer.Function);

        Assert.Equal("too_many_calls", answer.Code);
        Assert.False(answer.Failed[0].ContainsKey("callId"));
        Assert.InRange(answer.Failed.Count - 1, Math.Min(named, 1000), named);
        Assert.Equal(Enumerable.Range(1, answer.Failed.Count - 1), answer.Failed.Skip(1).Select(row => CallbackResult.ToInt(row["callId"])));
    }

    [Fact]
    public void EachCallIsEitherClearedOrFailed()
    {
        using var rig = ServerRig.Started(101, 102, 103);
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("CALL IS LOCKED"));
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("CALL IS LOCKED"));
        var answer = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", new List<object> { 101, 102, 103, 101 }, answer.Function);
        rig.Await(() => answer.HasArrived, TimeSpan.FromMinutes(1));

        Assert.NotEmpty(answer.Failed);
        Assert.Equal([101, 102, 103], answer.Cleared.Concat(answer.Failed.Select(row => CallbackResult.ToInt(row["callId"]))).Order());
    }

    [Fact]
    public void ListWithGapsIsRead()
    {
        using var rig = ServerRig.Started(7, 8);
        var answer = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", new Dictionary<object, object> { [3] = 8, [1] = 7 }, answer.Function);
        rig.Await(() => answer.HasArrived);

        Assert.Equal([7, 8], answer.Cleared);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData("callId")]
    [InlineData(1.5)]
    public void TableWithInvalidKeyIsRefusedWithExplanation(object key)
    {
        using var rig = ServerRig.Started(7);
        var answer = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", new Dictionary<object, object> { [1] = 7, [key] = 8 }, answer.Function);

        Assert.Equal("invalid_call_id", answer.Code);
        Assert.Contains("A call id must be a number, a string such as \"101\" or a list of those, but it was a table.", answer.Message);
        Assert.Equal([7], rig.OpenCalls());
    }

    [Fact]
    public void StopTellsPendingCallbackThatItsCallsAreKept()
    {
        using var rig = ServerRig.Started(101, 102);
        rig.Server.Http.HoldResponses(true);
        var answer = new CallbackResult();
        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", new List<object> { 101, 102 }, answer.Function);
        rig.Server.Tick();

        rig.Server.StopResource(ServerRig.ResourceName);

        Assert.False(answer.Ok);
        Assert.Empty(answer.Cleared);
        Assert.Equal([101, 102], answer.Failed.Select(row => CallbackResult.ToInt(row["callId"])).Order());
        Assert.All(answer.Failed, row => Assert.Equal("kept", row["code"]));
        Assert.Equal("The resource is stopping. Calls not cleared yet will be cleared after the restart.", answer.Message);

        rig.Server.Http.HoldResponses(false);
        rig.Start();
        rig.AwaitConsole("Cleared calls 101, 102 for resource dispatch.");
        Assert.Empty(rig.OpenCalls());
        Assert.Equal(1, answer.Count);
    }
}
