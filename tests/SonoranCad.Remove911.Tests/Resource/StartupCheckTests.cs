using System;
using System.Linq;
using CadServer;
using FxServer;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What an owner reads about the account when the resource starts.</summary>
public sealed class StartupCheckTests
{
    [Fact]
    public void WorkingAccountIsReportedWithCommunityAndPlan()
    {
        using var rig = Started();

        rig.AwaitConsole($"The account works: Sonoran CAD knows community {ServerRig.CommunityId} and its API key (plan 2).");
        var request = Assert.Single(rig.Cad.Requests);
        Assert.Equal("/general/get_version", request.Path);
        Assert.Equal($$"""{"id":"{{ServerRig.CommunityId}}","key":"{{ServerRig.ApiKey}}","type":"GET_VERSION","data":[]}""", request.Text);

        rig.AssertStillWorks();
        Assert.Equal(2, rig.Cad.Requests.Count);
    }

    [Fact]
    public void V2CheckReportsKeyAndPlan()
    {
        using var rig = Started(", \"api\": \"v2\"");

        rig.AwaitConsole("Sonoran CAD accepts the API key over API v2 (plan PLUS).");

        Assert.Equal("/v2/general/version", Assert.Single(rig.Cad.Requests).Path);
    }

    [Theory]
    [InlineData("400 INVALID COMMUNITY ID", "^1Error", "does not know community grove-street", "Correct communityId in config.json")]
    [InlineData("400 INVALID API KEY", "^1Error", "not this API key", "then type clear911 reload")]
    [InlineData("400 API IS NOT ENABLED FOR THIS COMMUNITY", "^1Error", "API is not enabled for community grove-street", "Enable it")]
    [InlineData("200 1", "^1Error", "its plan (1) does not include API v1", "\"api\": \"auto\"")]
    [InlineData("403 error code: 1020", "^3Warning", "a firewall between this server and 127.0.0.1 returned 403", "If removals fail too")]
    [InlineData("403 {\"title\":\"Forbidden\",\"status\":403}", "^1Error", "refuses this server (403)", "API key's permissions")]
    [InlineData("429", "^3Warning", "returned an error (429)", "emovals are kept and retried")]
    [InlineData("503", "^3Warning", "returned an error (503)", "emovals are kept and retried")]
    [InlineData("400 NOT ON MONDAYS", "^3Warning", "(400): \"NOT ON MONDAYS\"", "The first removal will show")]
    [InlineData("404", "^3Warning", "127.0.0.1 does not support the version request", "check apiUrl")]
    [InlineData("200 nonsense", "^3Warning", "Something other than Sonoran CAD responded at 127.0.0.1", "apiUrl in config.json, and any proxy")]
    public void FailedCheckExplainsFixAndDoesNotBlockRemovals(string words, string level, string says, string fix)
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"api\": \"v1\", \"v1IntervalSeconds\": 0.01", startupCheck: true);
        var status = int.Parse(words.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        rig.Cad.Faults.Enqueue(CadRoute.Version, CadFault.Status(status, words[words.Split(' ')[0].Length..].TrimStart()));
        rig.Start();

        rig.AwaitConsole(says);
        var line = rig.Server.Console.Lines.Single(line => line.Contains(says, StringComparison.Ordinal));
        Assert.StartsWith(level, line);
        Assert.Contains(fix, line);
        Assert.DoesNotContain(ServerRig.ApiKey, rig.Server.Console.Text);
        rig.AssertStillWorks();
        Assert.Single(rig.Cad.Requests, request => request.Path == "/general/get_version");
    }

    [Fact]
    public void UnreachableHostIsNamedWithHints()
    {
        using var rig = new ServerRig();
        rig.ConfigureText("""{ "communityId": "c", "apiKey": "THE-KEY", "apiUrl": "http://127.0.0.1:9" }""");
        rig.Start();

        rig.AwaitConsole("127.0.0.1 could not be reached. Check that this machine can resolve the name (DNS)");
    }

    [Theory]
    [InlineData(CadPlan.Free, true)]
    [InlineData(CadPlan.Plus, false)]
    public void AutoChecksV2IfV1IsUnavailable(CadPlan plan, bool saysWhy)
    {
        using var rig = new ServerRig();
        rig.Configure(startupCheck: true, api: "auto");
        rig.Community.Plan = plan;
        rig.Cad.V1QueryRoutes = plan == CadPlan.Free;
        rig.Start();

        rig.AwaitConsole($"accepts the API key over API v2 (plan {plan.ToString().ToUpperInvariant()}).");

        Assert.Equal(saysWhy, rig.Server.Console.Text.Contains("API v1 is not enabled for the community, so removals go over API v2.", StringComparison.Ordinal));
        Assert.Equal(["/general/get_version", "/v2/general/version"], rig.Cad.Requests.Select(request => request.Path));
    }

    [Fact]
    public void MissingVersionRequestIsReportedOnceAndRemovalsAreNotTrustedToV1()
    {
        using var rig = new ServerRig();
        rig.Configure(startupCheck: true, api: "auto");
        rig.Open(101);
        rig.Cad.V1QueryRoutes = false;
        rig.Cad.V2Routes = false;
        rig.Start();

        rig.AwaitConsole("does not support the version request");
        var result = new CallbackResult();
        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", 101, result.Function);
        rig.Await(() => result.HasArrived);

        Assert.Equal("endpoint_not_found", result.Code);
        Assert.Equal([101], rig.OpenCalls());
        Assert.Single(rig.Server.Console.Lines, line => line.Contains("does not support the version request", StringComparison.Ordinal));
    }

    [Fact]
    public void DisabledCheckSendsNothing()
    {
        using var rig = new ServerRig();
        rig.Configure(startupCheck: false);
        rig.Start();
        rig.TickFor();

        Assert.Empty(rig.Cad.Requests);
        rig.AssertStillWorks();
    }

    [Fact]
    public void SlowCheckDoesNotDelayStartAndReleasesTick()
    {
        using var rig = new ServerRig();
        rig.Configure(startupCheck: true);
        rig.Cad.Faults.Enqueue(CadRoute.Version, CadFault.Slow(TimeSpan.FromMilliseconds(300)));
        rig.Start();
        Assert.Contains("is ready", rig.Server.Console.Text);
        Assert.Equal(1, rig.Server.TickHandlerCount(ServerRig.ResourceName));

        rig.AwaitConsole("The account works");
        rig.TickFor();
        Assert.Equal(0, rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }

    [Fact]
    public void RemovalIsSentBeforeCheckWithinV1RateLimit()
    {
        using var rig = Started();
        rig.AssertStillWorks();
        rig.AwaitConsole("The account works");

        Assert.Equal(["/emergency", "/general/get_version"], rig.Cad.Requests.Select(request => request.Path));
        Assert.True(rig.Cad.Requests[1].At - rig.Cad.Requests[0].At >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void AccountFoundLaterIsCheckedOnce()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "", more: ", \"v1IntervalSeconds\": 0.01", startupCheck: true);
        rig.Start();
        rig.TickFor();
        Assert.Empty(rig.Cad.Requests);

        rig.Server.Convars.Set("sonoran_communityID", ServerRig.CommunityId);
        rig.Server.Convars.Set("sonoran_apiKey", ServerRig.ApiKey);
        rig.AssertStillWorks();
        rig.AwaitConsole("The account works");
        rig.AssertStillWorks(4712);
        rig.TickFor();

        Assert.Single(rig.Cad.Requests, request => request.Path == "/general/get_version");
    }

    [Fact]
    public void ProtectedApiKeyIsReportedWithGrantCommand()
    {
        using var rig = new ServerRig();
        rig.Configure(communityId: "", apiKey: "", startupCheck: true);
        var vendor = new SonoranCadResource(rig.Server);
        vendor.PublishAccount(ServerRig.CommunityId, ServerRig.ApiKey);
        rig.Server.StartResource(rig.Folder, "my-911");

        Assert.Contains("but my-911 cannot read sonoran_apiKey", rig.Server.Console.Text);
        Assert.Contains("Put \"add_convar_permission my-911 read sonoran_apiKey\" into server.cfg, above the lines that start resources", rig.Server.Console.Text);

        rig.Server.Convars.Grant("my-911", "sonoran_apiKey");
        rig.Server.ConsoleCommand("clear911 reload");
        rig.AwaitConsole("The account works");
    }

    private static ServerRig Started(string more = "")
    {
        var rig = new ServerRig();
        rig.Configure(more: more, startupCheck: true);
        rig.Start();
        return rig;
    }
}
