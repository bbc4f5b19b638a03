using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using FxServer;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>
/// What a player sees of a list in the chat, in every language. The rig itself checks the length of every reply to a player.
/// </summary>
public sealed class ChatWindowTests
{
    public static TheoryData<string> Languages => [.. ShippedLocale.Names()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void HeadingNewestCallAndHintOfLongListAreInView(string language)
    {
        using var rig = Start(language, api: "v2", calls: 17);
        var admin = rig.Admin();
        admin.Command("clear911");
        rig.Await(() => admin.Chat.Count > 0);

        AssertListIsInView(admin, newest: 1_000_017, calls: 5);
    }

    [Theory]
    [InlineData("田", "東")]
    [InlineData("김", "서")]
    [InlineData("Ｗ", "Ｍ")]
    [InlineData("🚓", "🚑")]
    [InlineData("Д", "Ж")]
    public void ListWithWideNamesIsInView(string caller, string location)
    {
        using var rig = Start("de", api: "v2", calls: 17, caller, location);
        var admin = rig.Admin();
        admin.Command("clear911");
        rig.Await(() => admin.Chat.Count > 0);

        AssertListIsInView(admin, newest: 1_000_017, calls: 5);
        Assert.Contains(caller, admin.Chat[^1], StringComparison.Ordinal);
        Assert.Contains(location, admin.Chat[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ListThatCouldNotBeCheckedIsInView(string language)
    {
        using var rig = Start(language, api: "v2", calls: 0);
        rig.Cad.Faults.Always(CadRoute.Calls, CadFault.ServerError());
        var push = new SonoranCadResource(rig.Server);
        for (var call = 1_000_001; call <= 1_000_017; call++)
        {
            push.IncomingCall(call);
        }

        rig.TickFor(700);
        var admin = rig.Admin();
        admin.Command("clear911");
        rig.Await(() => admin.Chat.Count > 0);

        AssertListIsInView(admin, newest: 1_000_017, calls: 4);
        Assert.Equal([255, 167, 38], Color(admin));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryCommandRepliesWithinWindowWithFullWidthNames(string language)
    {
        using var rig = Start(language, api: "v1", calls: 60, caller: "東", location: "Ｍ");
        rig.Server.Aces.AddAce("group.admin", "command.clear911all");
        foreach (var line in new[] { "", "last", "last", "from 東", "confirm", "from " + new string('中', 60), new string('東', 30) })
        {
            var admin = rig.Admin(new string('東', 60));
            admin.Command("clear911 " + line);
            rig.Await(() => admin.Chat.Count > 0);
        }

        rig.Cad.Faults.Always(CadFault.BadRequest(new string('東', 200)));
        rig.TickFor(20);
        var last = rig.Admin();
        last.Command("clear911 1000001 1000002");
        last.Command("clear911");
        rig.Await(() => last.Chat.Count > 1);
        Assert.Contains("東", last.Chat[0], StringComparison.Ordinal);
        Assert.Contains("東", last.Chat[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ReloadOfEverySettingRepliesWithinWindow(string language)
    {
        using var rig = Start(language, api: "v1", calls: 0);
        rig.Server.Aces.AddAce("group.admin", "command.clear911reload");
        foreach (var definition in SettingDefinitions.All.Where(definition => definition.Key is not ("locale" or "logLevel")))
        {
            rig.Server.Convars.Set(definition.Convar, SettingSamples.Other(definition).ToString());
        }

        var admin = rig.Admin();
        admin.Command("clear911 reload");
        rig.Await(() => admin.Chat.Count > 0);

        Assert.Contains("remove911:apiKey", admin.Chat[0], StringComparison.Ordinal);
        Assert.DoesNotContain("remove911:playerRequests", admin.Chat[0], StringComparison.Ordinal);
        rig.AwaitConsole("remove911:playerRequests");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryCommandRepliesWithinWindow(string language)
    {
        using var rig = Start(language, api: "v1", calls: 60);
        rig.Server.Aces.AddAce("group.admin", "command.clear911all");
        rig.Server.Aces.AddAce("group.admin", "command.clear911reload");
        rig.Cad.Faults.Enqueue(CadRoute.Remove911, CadFault.ServerError());
        foreach (var line in new[]
        {
            "last", "last", "all", "all nonsense", "all confirm", "help", "?", "status", "reload", "lsat", "0", ",", "1 2 3 lsat",
            string.Join(' ', Enumerable.Range(1, 51)), "", "status", "all confirm",
            "from W", "confirm", "from nobody at all", "older 5", "older 10000", "older x", "from", "confirm x",
        })
        {
            // Each of them comes from a different player: the request limit is not what this is about.
            var admin = rig.Admin("Jane " + new string('D', 40));
            admin.Command("clear911 " + line);
            rig.Await(() => admin.Chat.Count > 0);
        }

        rig.Cad.Faults.Always(CadFault.BadRequest(new string('W', 300)));
        rig.TickFor(10);
        var last = rig.Admin();
        last.Command("clear911 1000001 1000002 1000003");
        rig.Await(() => last.Chat.Count > 0);
        last.Command("clear911 status");
        Assert.Equal(5, last.Chat[^1].Split('\n').Length);
    }

    [Theory]
    [InlineData("help", "189,189,189")]
    [InlineData("all confirm", "239,83,80")]
    [InlineData("lsat", "239,83,80")]
    [InlineData("all", "255,167,38")]
    [InlineData("1000001", "102,187,106")]
    public void ColorShowsTheResult(string line, string color)
    {
        using var rig = Start("en", api: "v1", calls: 2);
        rig.Server.Aces.AddAce("group.admin", "command.clear911all");
        var admin = rig.Admin();

        admin.Command("clear911 " + line);
        rig.Await(() => admin.Chat.Count > 0);

        Assert.Equal(color, string.Join(',', Color(admin)));
    }

    [Fact]
    public void MessageOfMoreThanEightLinesDoesNotFit()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ChatWindow.AssertFits("911: " + string.Join('\n', Enumerable.Repeat("line", 9))));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ChatWindow.AssertFits("911: " + string.Join('\n', Enumerable.Repeat(new string('x', 69), 8))));
        ChatWindow.AssertFits("911: " + string.Join('\n', Enumerable.Repeat("line", 8)));
    }

    private static ServerRig Start(string language, string api, int calls, string caller = "W", string location = "M")
    {
        var rig = new ServerRig();
        rig.Configure(more: $", \"locale\": \"{language}\", \"api\": \"{api}\"");
        for (var call = 1_000_001; call <= 1_000_000 + calls; call++)
        {
            rig.Cad.Open(
                rig.Community, call, caller: Repeat(caller), location: Repeat(location), updated: rig.Time.GetUtcNow().AddMinutes(-60 + (call % 100) * 0.5)).IsEmergency = false;
        }

        rig.Start();
        return rig;
    }

    private static string Repeat(string letter) => string.Concat(Enumerable.Repeat(letter, 64));

    private static void AssertListIsInView(FxPlayer player, int newest, int calls)
    {
        var lines = player.Chat[^1].Split('\n');
        var laid = ChatWindow.Lay(player.Chat[^1]);
        Assert.Equal(lines, laid);
        Assert.InRange(laid.Count, calls + 3, ChatWindow.Height - 1);
        Assert.Equal(Enumerable.Range(newest - calls + 1, calls), lines[^(calls + 1)..^1].Select(line => int.Parse(line[..7], null)));
        Assert.Contains($"/clear911 {newest}", lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("911: ", lines[0], StringComparison.Ordinal);
    }

    private static int[] Color(FxPlayer player)
    {
        var message = (IDictionary<string, object?>)player.Received[^1].Args[0]!;
        return [.. ((List<object?>)message["color"]!).Select(part => Convert.ToInt32(part, null))];
    }
}
