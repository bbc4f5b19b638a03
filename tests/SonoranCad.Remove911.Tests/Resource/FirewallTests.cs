using System;
using System.Linq;
using CadServer;
using CadServer.Discord;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>A firewall in front of the CAD or of Discord responds in its place, as Cloudflare does.</summary>
public sealed class FirewallTests
{
    public static TheoryData<string, string> Interceptions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var api in new[] { "v1", "v2", "auto" })
            {
                foreach (var fault in new[] { "firewall", "firewall-line", "firewall 401", "firewall-line 401", "403 Forbidden", "firewall 406" })
                {
                    data.Add(api, fault);
                }
            }

            return data;
        }
    }

    // The firewall stopped the first request before it reached the CAD, so that request cleared nothing.
    [Theory]
    [InlineData("firewall")]
    [InlineData("firewall 503")]
    [InlineData("firewall-line 503")]
    [InlineData("firewall 429")]
    public void CallThatIsNotFoundAfterFirewallDoesNotCountAsCleared(string fault)
    {
        using var rig = Started(", \"api\": \"v2\"");
        rig.Cad.Faults.Enqueue(Parse(fault));
        var result = new CallbackResult();

        rig.OtherResource.CallExport(ServerRig.ResourceName, "clear911", 101, result.Function);
        rig.Await(() => result.HasArrived);

        Assert.Empty(result.Cleared);
        Assert.Equal("call_not_found", result.Code);
    }

    [Theory]
    [MemberData(nameof(Interceptions))]
    public void FirewallNeitherFailsRemovalNorStopsSending(string api, string fault)
    {
        using var rig = Started($", \"api\": \"{api}\"", 101, 102);
        rig.Cad.Faults.Enqueue(Parse(fault), Parse(fault));
        var admin = rig.Admin();

        admin.Command("clear911 101");
        admin.Command("clear911 102");
        rig.AwaitChat(admin, "A firewall in front of Sonoran CAD returned 40");
        rig.Await(() => rig.OpenCalls().Count == 0);
        rig.AwaitChat(admin, "102 cleared.");

        Assert.DoesNotContain("not cleared", rig.Server.Console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No more removals are sent to", rig.Server.Console.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is used from now on", rig.Server.Console.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("firewall 429", "A firewall in front of Sonoran CAD returned 429")]
    [InlineData("firewall-line 429", "A firewall in front of Sonoran CAD returned 429")]
    [InlineData("firewall 503", "A firewall in front of Sonoran CAD returned 503")]
    [InlineData("firewall-line 503", "A firewall in front of Sonoran CAD returned 503")]
    [InlineData("firewall 200", "Something other than Sonoran CAD")]
    [InlineData("firewall-line 200", "Something other than Sonoran CAD")]
    public void OtherStatusesOfFirewallAreRetried(string fault, string expected)
    {
        foreach (var api in new[] { "v1", "v2" })
        {
            using var rig = Started($", \"api\": \"{api}\"", 101);
            rig.Cad.Faults.Enqueue(Parse(fault));
            var admin = rig.Admin();

            admin.Command("clear911 101");
            rig.AwaitChat(admin, expected);
            rig.AwaitChat(admin, "Call 101 cleared.");
        }
    }

    [Theory]
    [InlineData("401", "invalid_api_key")]
    [InlineData("403", "forbidden")]
    public void RefusalByCadItselfStillStopsSending(string fault, string code)
    {
        using var rig = Started(", \"api\": \"v2\"", 101);
        rig.Cad.Faults.Enqueue(Parse(fault));
        var answer = rig.RequestClear(101);
        rig.Await(() => answer.HasArrived);

        Assert.Equal(code, answer.Code);
        rig.AwaitConsole("No more removals are sent to");
    }

    [Fact]
    public void RemovalExpiredBehindFirewallNamesFirewall()
    {
        using var rig = Started(", \"api\": \"v2\", \"maxAgeMinutes\": 1", 101);
        rig.Cad.Faults.Always(CadFault.FirewallLine());
        var answer = rig.RequestClear(101);
        rig.Await(() => answer.HasArrived, TimeSpan.FromMinutes(3));

        Assert.Equal("expired", answer.Code);
        Assert.Contains("A firewall in front of Sonoran CAD returned 403.", rig.Server.Console.Text);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v2")]
    public void ListBehindFirewallDoesNotBlameTheKey(string api)
    {
        using var rig = Started($", \"api\": \"{api}\"", 101);
        rig.Cad.Faults.Enqueue(CadRoute.Calls, CadFault.Firewall());
        var admin = rig.Admin();

        admin.Command("clear911");
        rig.AwaitChat(admin, "A firewall in front of Sonoran CAD returned 403.");
        Assert.DoesNotContain("apiKey", admin.Chat[0]);
        admin.Command("clear911");
        rig.AwaitChat(admin, "One open 911 call:");
    }

    [Theory]
    [InlineData("v1", "/general/get_version")]
    [InlineData("v2", "/v2/general/version")]
    public void StartupCheckBehindFirewallIsOneWarning(string api, string path)
    {
        using var rig = new ServerRig();
        rig.Configure(more: $", \"api\": \"{api}\"", startupCheck: true);
        rig.Cad.Faults.Enqueue(CadRoute.Version, CadFault.FirewallLine());
        rig.Start();

        rig.AwaitConsole("The account could not be checked: a firewall between this server and 127.0.0.1 returned 403.");
        Assert.Equal(path, Assert.Single(rig.Cad.Requests).Path);
        Assert.StartsWith("^3Warning", rig.Server.Console.Lines.Single(line => line.Contains("a firewall", StringComparison.Ordinal)));
        rig.AssertStillWorks();
    }

    [Fact]
    public void FirewallInFrontOfDiscordDoesNotEndPosts()
    {
        using var rig = new ServerRig();
        using var discord = DiscordWebhook.Start(rig.Network);
        rig.Configure(more: $", \"discordWebhook\": \"{discord.Url}\"");
        rig.Open(101);
        rig.Start();
        discord.Faults.Enqueue(CadFault.Firewall(), CadFault.FirewallLine(), CadFault.Firewall(404), CadFault.Firewall(200));

        rig.Server.ConsoleCommand("clear911 101");
        rig.Await(() => discord.Messages.Count == 1, TimeSpan.FromMinutes(1));

        Assert.Equal(5, discord.Requests.Count);
        Assert.DoesNotContain("discordWebhook", rig.Server.Console.Text, StringComparison.Ordinal);
    }

    private static ServerRig Started(string more, params int[] calls)
    {
        var rig = new ServerRig();
        rig.Configure(more: more + ", \"v1IntervalSeconds\": 0.01");
        rig.Open(calls);
        rig.Start();
        return rig;
    }

    private static CadFault Parse(string words)
    {
        Assert.True(CadFault.TryParse(words, out var fault, out var error), error);
        return fault;
    }
}
