using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>Each response of the CAD, as staff see it.</summary>
public sealed class CadResponseTests
{
    public static TheoryData<string, string> Rejections => new()
    {
        { "400 CALL IS LOCKED", "\"CALL IS LOCKED\"" },
        { "401", "(401)" },
        { "backend", "no such endpoint" },
        { "redirect https://elsewhere.example/", "redirects (302)" },
    };

    public static TheoryData<string, string> TransientErrors => new()
    {
        { "429", "too many requests" },
        { "503", "returned an error (503)" },
        { "html", "Something other than Sonoran CAD responded" },
        { "drop", "could not be reached" },
    };

    [Theory]
    [MemberData(nameof(Rejections))]
    public void RejectionIsReportedInOneLine(string fault, string expected)
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v1\", \"v1IntervalSeconds\": 0.01");
        rig.Open(101);
        rig.Start();
        Assert.True(CadFault.TryParse(fault, out var parsed, out var error), error);
        rig.Cad.Faults.Always(parsed);
        var admin = rig.Admin();

        admin.Command("clear911 101");
        rig.Await(() => admin.Chat.Count > 0);

        var line = Assert.Single(admin.Chat);
        Assert.StartsWith("911: Call 101 not cleared: ", line);
        Assert.Contains(expected, line);
        Assert.Equal([101], rig.OpenCalls());
        Assert.Empty(admin.MirroredPrints);
    }

    [Theory]
    [MemberData(nameof(TransientErrors))]
    public void TransientErrorIsReportedOnceAndCallIsCleared(string fault, string expected)
    {
        using var rig = ServerRig.Started(101);
        rig.Server.Http.ReuseConnections = false;
        Assert.True(CadFault.TryParse(fault, out var parsed, out var error), error);
        rig.Cad.Faults.Enqueue(parsed);
        var admin = rig.Admin();

        admin.Command("clear911 101");
        rig.AwaitChat(admin, "Call 101 cleared.");

        Assert.Equal(2, admin.Chat.Count);
        Assert.StartsWith("911: Still trying to clear call 101. ", admin.Chat[0]);
        Assert.Contains(expected, admin.Chat[0]);
        Assert.Equal(2, rig.Cad.Requests.Count);
        Assert.Empty(rig.OpenCalls());
    }

    [Fact]
    public void RedirectIsNotFollowed()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadFault.Redirect(new Uri(rig.Cad.Url, "/elsewhere").ToString(), 307));
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("not cleared");

        Assert.Single(rig.Cad.Requests);
    }

    [Fact]
    public void UnreachableCadIsReportedAndRemovalStaysQueued()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Dispose();
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Still trying to clear call 101.");
        Assert.Contains("could not be reached", rig.Server.Console.Text);
    }

    [Fact]
    public void SilentCadTimesOutAndRemovalIsRetried()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadFault.Slow(TimeSpan.FromSeconds(30)));
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("did not respond in time");
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void UnsentRequestIsReportedAndRetried()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.Http.RefuseToSend = true;
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("The game server did not send the request");

        rig.Server.Http.RefuseToSend = false;
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void RefusedAccountStopsSendingAndIsReported()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v1\"");
        rig.Open(101);
        rig.Start();
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("INVALID API KEY"));
        var admin = rig.Admin();

        admin.Command("clear911 101");
        rig.AwaitChat(admin, "No call can be cleared until the server's owner");
        rig.AwaitConsole("No more removals are sent to");
        admin.Command("clear911 101");
        rig.Await(() => admin.Chat.Count == 2);

        Assert.Equal(admin.Chat[0], admin.Chat[1]);
        Assert.Single(rig.Cad.Requests);
    }

    [Fact]
    public void FixedConfigurationResumesSending()
    {
        using var rig = new ServerRig();
        rig.Configure(apiKey: "a-wrong-key");
        rig.Open(101);
        rig.Start();
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("does not accept this server's API key");

        rig.Configure();
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void ForgedResponseIsIgnored()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadFault.ServerError());
        rig.Server.Http.HoldResponses(true);
        var guest = rig.Guest();
        var admin = rig.Admin();
        admin.Command("clear911 101");
        rig.Await(() => rig.Server.Http.Requests.Count == 1);

        for (var token = -1; token < 5; token++)
        {
            guest.TriggerServerEvent("__cfx_internal:httpResponse", token, 200, "API ID(s) set!", new object(), null);
        }

        guest.TriggerServerEvent("__cfx_internal:httpResponse");
        guest.TriggerServerEvent("__cfx_internal:httpResponse", "x", new int[3], 5, "y");
        rig.OtherResource.TriggerEvent("__cfx_internal:httpResponse", 999, 200, "ok");
        rig.OtherResource.TriggerEvent("__cfx_internal:httpResponse", double.NaN, null, null, null, null);
        rig.AwaitConsole("Ignored a forged HTTP response (source net:1)");
        Assert.Empty(admin.Chat);

        rig.Server.Http.HoldResponses(false);
        rig.AwaitChat(admin, "returned an error");
        rig.AwaitChat(admin, "Call 101 cleared.");
        Assert.Equal(2, rig.Cad.Requests.Count);
    }

    [Fact]
    public void HighRequestTokenIsHandled()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.Http.NextToken = 70_000;
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void StopInformsRequesterAndRestartClearsCall()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadFault.ServerError());
        rig.Server.Http.HoldResponses(true);
        var admin = rig.Admin();
        admin.Command("clear911 101");
        rig.Server.Tick();

        rig.Guest().TriggerServerEvent("onResourceStop", ServerRig.ResourceName);
        Assert.Empty(admin.Chat);
        rig.Server.StopResource("dispatch");
        Assert.Empty(admin.Chat);

        rig.Server.StopResource(ServerRig.ResourceName);
        Assert.Contains("the resource is stopping", Assert.Single(admin.Chat));

        rig.Server.Http.HoldResponses(false);
        rig.Start();
        rig.AwaitConsole("Cleared call 101 for Jane Doe (player 1, license:abc123)");
        Assert.Empty(rig.OpenCalls());
    }

    [Fact]
    public void PendingRemovalsSurviveKill()
    {
        using var rig = ServerRig.Started(101, 102);
        rig.Cad.Faults.Always(CadFault.ServerError());
        var cleared = new List<object?[]>();
        rig.OtherResource.On("sonorancad-remove911:cleared", cleared.Add);
        rig.OtherResource.TriggerEvent("sonorancad-remove911:clear", new List<object> { 101, 102 });
        rig.Await(() => rig.Cad.Requests.Count > 0);

        rig.Server.KillResource(ServerRig.ResourceName);
        rig.Cad.Faults.Always(null);
        rig.Start();
        rig.Await(() => cleared.Count == 2);

        Assert.Empty(rig.OpenCalls());
        Assert.All(cleared, args => Assert.Equal("dispatch", ((IDictionary<string, object?>)args[1]!)["name"]));
    }

    [Fact]
    public void RemovalSurvivesKillRightAfterCommand()
    {
        using var rig = ServerRig.Started(101);
        rig.Server.ConsoleCommand("clear911 101");
        rig.Server.KillResource(ServerRig.ResourceName);
        rig.Start();
        rig.Await(() => rig.OpenCalls().Count == 0);
    }

    [Fact]
    public void MissingV1FailsOverToV2()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"v1IntervalSeconds\": 0.05", api: "auto");
        rig.Cad.UntypedEmergencyRoute = false;
        rig.Cad.TypedEmergencyRoute = false;
        rig.Open(101);
        rig.Start();
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");

        Assert.Equal(
            ["/general/get_version", "/emergency", "/emergency/remove_911", "/v2/emergency/servers/1/calls/911/101"],
            rig.Cad.Requests.Select(r => r.Path));
        Assert.Equal("Bearer " + ServerRig.ApiKey, rig.Cad.Requests[3].Header("Authorization"));
        Assert.Contains("v2 does and is used from now on", rig.Server.Console.Text);
        Assert.DoesNotContain(ServerRig.ApiKey, rig.Server.Console.Text);
    }

    [Fact]
    public void CommunityWithoutPaidPlanUsesV2()
    {
        using var rig = new ServerRig();
        rig.Configure(api: "auto");
        rig.Open(101);
        rig.Cad.Faults.Choose(request => request.Path == "/emergency" ? CadFault.BadRequest("API IS NOT ENABLED FOR THIS COMMUNITY") : null);
        rig.Start();
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");
    }

    [Fact]
    public void PlanThatLacksV1IsNamedAndV2IsUsedInAuto()
    {
        foreach (var api in new[] { "v1", "auto" })
        {
            using var rig = new ServerRig();
            rig.Configure(more: $", \"api\": \"{api}\"");
            rig.Cad.NamesRequiredPlan = true;
            rig.Community.Plan = CadPlan.Free;
            rig.Open(101);
            rig.Start();
            rig.Server.ConsoleCommand("clear911 101");
            rig.AwaitConsole(api == "auto" ? "Call 101 cleared." : "Sonoran CAD requires the STANDARD plan.");
        }
    }

    [Theory]
    [InlineData("API IS NOT ENABLED FOR THIS COMMUNITY")]
    [InlineData("VERSION PLUS REQUIRED")]
    public void RefusalOfBothVersionsDoesNotAdviseTheSettingInUse(string words)
    {
        using var rig = new ServerRig();
        rig.Configure(api: "auto");
        rig.Start();
        rig.Cad.Faults.Always(CadFault.BadRequest(words));

        rig.Server.ConsoleCommand("clear911 101");

        rig.AwaitConsole("or set \"api\" to \"auto\" if it is \"v1\".");
    }

    [Theory]
    [InlineData("402", "v2", "api_not_enabled")]
    [InlineData("400 VERSION PRO REQUIRED", "v1", "api_not_enabled")]
    [InlineData("404 call not found", "v1", "call_not_found")]
    [InlineData("400 CALL 101 IS NO LONGER AVAILABLE", "v1", "call_not_found")]
    [InlineData("400 SERVER NOT FOUND", "v1", "server_unknown")]
    [InlineData("400 SERVER NOT FOUND", "v2", "server_unknown")]
    [InlineData("400 CALL IS LOCKED", "v2", "cad_rejected")]
    public void RefusalHasCode(string fault, string api, string code)
    {
        using var rig = new ServerRig();
        rig.Configure(more: $", \"api\": \"{api}\"");
        rig.Open(101);
        rig.Start();
        Assert.True(CadFault.TryParse(fault, out var parsed, out var error), error);
        rig.Cad.Faults.Enqueue(parsed);
        var answer = rig.RequestClear(101);
        rig.Await(() => answer.HasArrived);

        Assert.Equal(code, answer.Code);
        Assert.Single(rig.Cad.Requests);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void UnknownCallAfterLostResponseIsReportedAsCleared(string api)
    {
        using var rig = new ServerRig();
        rig.Configure(api: api);
        rig.Open(101);
        rig.Cad.Faults.Enqueue(CadFault.DropAfterWork());
        rig.Start();
        var result = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", 101, result.Function);
        rig.Await(() => result.HasArrived);

        Assert.Equal([101], result.Cleared);
        Assert.Equal(2, rig.Cad.Requests.Count);
    }

    [Fact]
    public void V1SuccessWithDeprecationNoteCountsAsCleared()
    {
        using var rig = ServerRig.Started(101);
        rig.Cad.Faults.Enqueue(CadFault.Deprecated());
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");

        Assert.Equal("/emergency", Assert.Single(rig.Cad.Requests).Path);
    }

    [Theory]
    [InlineData("v1", "{\"success\": false}", "rejected the request (200)")]
    [InlineData("v2", "{\"error\": \"LOCKED\"}", "\"LOCKED\"")]
    [InlineData("v1", "{\"title\": \"Conflict\", \"status\": \"409\"}", "\"Conflict\"")]
    [InlineData("v2", "error code: 1020", "Something other than Sonoran CAD responded")]
    [InlineData("v1", "Access denied", "Something other than Sonoran CAD responded")]
    [InlineData("v1", "", "Something other than Sonoran CAD responded")]
    [InlineData("v2", "", "Something other than Sonoran CAD responded")]
    public void FalseSuccessIsNotReportedAsCleared(string api, string body, string expected)
    {
        using var rig = new ServerRig();
        rig.Configure(more: $", \"api\": \"{api}\"");
        rig.Open(101);
        rig.Start();
        rig.Cad.Faults.Always(CadFault.Status(200, body));
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole(expected);

        Assert.DoesNotContain("Call 101 cleared.", rig.Server.Console.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void LongBodyIsReadToItsEnd(string api)
    {
        using var rig = new ServerRig();
        rig.Configure(more: $", \"api\": \"{api}\"");
        rig.Open(101);
        rig.Start();
        rig.Cad.Faults.Enqueue(CadFault.BadRequest(new string('x', 5000) + " INVALID API KEY"));
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("does not accept this server's API key");
    }

    [Fact]
    public void RestartedResourceWorks()
    {
        using var rig = ServerRig.Started(101, 102);
        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("Call 101 cleared.");
        rig.Server.StopResource(ServerRig.ResourceName);
        rig.Start();
        rig.Server.ConsoleCommand("clear911 102");
        rig.AwaitConsole("Call 102 cleared.");
    }
}
