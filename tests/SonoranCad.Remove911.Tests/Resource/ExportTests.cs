using System;
using System.Linq;
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
        Assert.DoesNotContain("A fault of this resource", rig.Server.Console.Text);
    }

    [Fact]
    public void ExportCallWithoutResourceIsRefused()
    {
        // What a client gets by raising the event behind the export: the function, called with no resource behind it.
        using var rig = ServerRig.Started(101);
        var guest = rig.Guest();
        var called = false;

        rig.Server.CallExportWithoutResource(ServerRig.ResourceName, "clear911", 101, new Func<object?[], object?>(_ => called = true));
        guest.TriggerServerEvent("__cfx_export_sonorancad-remove911_clear911", new Func<object?[], object?>(_ => null));
        guest.TriggerServerEvent("__cfx_export_sonorancad-remove911_clear911", "garbage");
        rig.AwaitConsole("Refused a call of the export that no resource made");

        Assert.False(called);
        Assert.Empty(rig.Cad.Requests);
        rig.AssertStillWorks();
    }
}
