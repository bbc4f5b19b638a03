using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

public sealed class EventTests
{
    private const string Clear = "sonorancad-remove911:clear";

    public static TheoryData<string, object?[]> InvalidArguments => new()
    {
        { "nothing", [] },
        { "nil", [null] },
        { "a word", ["abc"] },
        { "an empty text", [string.Empty] },
        { "a boolean", [true] },
        { "zero", [0] },
        { "a negative", [-1] },
        { "a fraction", [1.5] },
        { "NaN", [double.NaN] },
        { "infinity", [double.PositiveInfinity] },
        { "a huge number", [ulong.MaxValue] },
        { "a huge fraction", [1e300] },
        { "binary", [new byte[] { 1, 2, 3 }] },
        { "a table", [new Dictionary<string, object> { ["callId"] = 1 }] },
        { "a nested table", [new List<object> { new List<object> { new Dictionary<string, object> { ["x"] = new List<object>() } } }] },
        { "a function", [new Func<object?[], object?>(_ => null)] },
        { "ten thousand", [Enumerable.Range(1, 10_000).ToList()] },
        { "a long text", [new string('9', 200_000)] },
        { "no callback", [1, "not a function"] },
        { "a number for a callback", [1, 42] },
        { "a table for a callback", [1, new Dictionary<string, object>()] },
        { "too much", [null, null, null, 4, 5, 6] },
    };

    [Fact]
    public void ResourceReceivesOneResultTable()
    {
        using var rig = ServerRig.Started(101, 102);
        var answer = new CallbackResult();

        rig.OtherResource.TriggerEvent(Clear, new List<object> { 101, "102" }, answer.Function);
        rig.Await(() => answer.HasArrived);

        Assert.Equal(["cleared", "failed", "ok"], answer.Keys.Order(StringComparer.Ordinal));
        Assert.True(answer.Ok);
        Assert.Equal([101, 102], answer.Cleared);
        Assert.Empty(answer.Failed);
        Assert.Equal(1, answer.Count);
        rig.AwaitConsole("Cleared calls 101, 102 for resource dispatch.");
    }

    [Fact]
    public void FailureHasCallIdCodeAndMessage()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("CALL IS LOCKED"));
        var failed = new List<object?[]>();
        rig.OtherResource.On("sonorancad-remove911:failed", failed.Add);
        var answer = new CallbackResult();

        rig.OtherResource.TriggerEvent(Clear, 101, answer.Function);
        rig.Await(() => answer.HasArrived);

        Assert.False(answer.Ok);
        Assert.Empty(answer.Cleared);
        Assert.Equal(101, CallbackResult.ToInt(answer.Failed[0]["callId"]));
        Assert.Equal("cad_rejected", answer.Code);
        Assert.Equal("cad_rejected", failed[0][1]);
        Assert.Equal(answer.Message, failed[0][2]);
        Assert.Equal("resource", ((IDictionary<string, object?>)failed[0][3]!)["kind"]);
    }

    [Fact]
    public void CallbackIsOptional()
    {
        using var rig = ServerRig.Started(101);

        rig.OtherResource.TriggerEvent(Clear, 101);
        rig.Await(() => rig.OpenCalls().Count == 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RetryOnRefusalDoesNotRecurseDeeply(bool isByCallback)
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "");
        rig.Start();
        int depth = 0, deepest = 0, asked = 0;
        object? Ask(object?[] args)
        {
            deepest = Math.Max(deepest, ++depth);
            asked++;
            var isCleared = args is [IDictionary<string, object?> table, ..] && table["ok"] is true;
            if (depth < 20 && !isCleared)
            {
                rig.OtherResource.TriggerEvent(Clear, 101, isByCallback ? (Func<object?[], object?>)Ask : null);
            }

            depth--;
            return args;
        }

        rig.OtherResource.On("sonorancad-remove911:failed", args => _ = isByCallback ? null : Ask(args));
        Ask([]);
        rig.Await(() => asked > 5);

        Assert.InRange(deepest, 1, 3);
        rig.Configure();
        rig.Open(101);
        rig.Await(() => rig.OpenCalls().Count == 0);
        rig.Await(() => rig.Server.TickHandlerCount(ServerRig.ResourceName) == 0);
        rig.AssertStillWorks();
        AssertNoFault(rig);
    }

    [Theory]
    [MemberData(nameof(InvalidArguments), DisableDiscoveryEnumeration = true)]
    public void InvalidArgumentsFromResourceAreHandled(string what, object?[] args)
    {
        using var rig = ServerRig.Started();
        var answer = new CallbackResult();

        rig.OtherResource.TriggerEvent(Clear, args.Length > 1 ? args : [args.FirstOrDefault(), answer.Function]);
        rig.OtherResource.TriggerEvent(Clear, args);
        rig.Await(() => args.Length > 1 || answer.HasArrived);

        Assert.NotEmpty(what);
        Assert.Empty(rig.Cad.Requests);
        Assert.True(args.Length > 1 || !answer.Ok);
        rig.AssertStillWorks();
        AssertNoFault(rig);
    }

    [Theory]
    [MemberData(nameof(InvalidArguments), DisableDiscoveryEnumeration = true)]
    public void InvalidArgumentsFromClientAreHandled(string what, object?[] args)
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();
        var guest = rig.Guest();

        guest.TriggerServerEvent(Clear, args);
        admin.TriggerServerEvent(Clear, args);
        rig.TickFor();

        Assert.NotEmpty(what);
        Assert.Empty(rig.Cad.Requests);
        Assert.Single(admin.Chat);
        Assert.Contains("You don't have the permission command.clear911", Assert.Single(guest.Chat));
        rig.AssertStillWorks();
        AssertNoFault(rig);
    }

    [Fact]
    public void ClientWithPermissionClearsCall()
    {
        using var rig = ServerRig.Started(101);
        var admin = rig.Admin();

        admin.TriggerServerEvent(Clear, 101, new Func<object?[], object?>(_ => null));
        rig.AwaitChat(admin, "Call 101 cleared.");

        Assert.Contains(admin.Received, e => e.Name == "__cfx_rpcReq");
        Assert.Empty(rig.OpenCalls());
    }

    [Fact]
    public void ClientWithoutPermissionIsRefusedAndLogIsRateLimited()
    {
        using var rig = ServerRig.Started(101);
        var guest = rig.Guest();

        for (var i = 0; i < 200; i++)
        {
            guest.TriggerServerEvent(Clear, 101, new Func<object?[], object?>(_ => null));
        }

        rig.TickFor();

        Assert.Empty(rig.Cad.Requests);
        Assert.Equal([101], rig.OpenCalls());
        Assert.InRange(rig.Server.Console.Lines.Count(line => line.Contains("Refused")), 1, 3);
        Assert.InRange(guest.Chat.Count, 1, 3);
        Assert.DoesNotContain(guest.Received, e => e.Name == "__cfx_rpcReq");
        rig.AssertStillWorks();
    }

    [Theory]
    [InlineData("internal-net:1")]
    [InlineData("net:abc")]
    [InlineData("net:-1")]
    [InlineData("net:0")]
    [InlineData("net:99999999999")]
    [InlineData("net:")]
    [InlineData("console")]
    public void UnknownSourceIsIgnored(string source)
    {
        using var rig = ServerRig.Started(101);

        rig.Server.RaiseEvent(Clear, source, 101);
        rig.TickFor();

        Assert.Equal([101], rig.OpenCalls());
        Assert.Empty(rig.Cad.Requests);
        rig.AssertStillWorks();
    }

    [Fact]
    public void ResourceThatStopsBeforeReplyIsHandled()
    {
        using var rig = ServerRig.Started(101);
        var gone = rig.Server.AddResource("gone");
        gone.TriggerEvent(Clear, 101, new CallbackResult().Function);
        gone.Stop();

        rig.AwaitConsole("Cleared call 101 for resource gone");
        rig.AssertStillWorks();
        AssertNoFault(rig);
    }

    [Fact]
    public void CallbackMayTriggerEventAgain()
    {
        using var rig = ServerRig.Started(101, 102);
        var second = new CallbackResult();
        var first = new Func<object?[], object?>(_ =>
        {
            rig.OtherResource.TriggerEvent(Clear, 102, second.Function);
            return null;
        });

        rig.OtherResource.TriggerEvent(Clear, 101, first);
        rig.Await(() => second.HasArrived);

        Assert.Equal([102], second.Cleared);
    }

    [Fact]
    public void ThrowingOutcomeHandlerIsHandled()
    {
        using var rig = ServerRig.Started(101);
        rig.OtherResource.On("sonorancad-remove911:cleared", _ => throw new InvalidOperationException("their fault"));

        rig.OtherResource.TriggerEvent(Clear, 101);
        rig.Await(() => rig.OpenCalls().Count == 0);
        rig.AssertStillWorks();
    }

    [Fact]
    public void PlayerOverQuotaIsToldToSlowDownAndOthersAreServed()
    {
        using var rig = ServerRig.Started(101, 102);
        var admin = rig.Admin();
        var other = rig.Admin("Max");

        for (var i = 0; i < 100; i++)
        {
            admin.TriggerServerEvent(Clear, 101);
        }

        other.Command("clear911 102");
        rig.AwaitChat(other, "Call 102 cleared.");

        Assert.InRange(admin.Chat.Count(line => line.Contains("too fast")), 1, 3);
        Assert.Equal(5, admin.Chat.Count(line => line.Contains("Call 101 cleared.")));
    }

    private static void AssertNoFault(ServerRig rig)
    {
        Assert.DoesNotContain("Error in", rig.Server.Console.Text);
        Assert.DoesNotContain("Error invoking", rig.Server.Console.Text);
        Assert.Empty(rig.Server.OffThreadCalls);
    }
}
