using System;
using System.Collections.Generic;
using System.IO;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What a player's chat suggests.</summary>
public sealed class SuggestionTests
{
    private static readonly string Offered = $"/clear911 [calls: call ids, or one of: {AllowedWords.To(_ => false)}]: Clears 911 calls from Sonoran CAD.";

    [Fact]
    public void ChatInitSendsSuggestionToPermittedPlayersOnly()
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();
        var guest = rig.Guest();

        admin.ChatReady();
        guest.ChatReady();

        Assert.Equal(Offered, Assert.Single(admin.Suggestions).ToString());
        Assert.Empty(guest.Received);
    }

    [Fact]
    public void StartAddsAndStopRemovesSuggestionForPlayersOnline()
    {
        using var rig = new ServerRig();
        var admin = rig.Admin();
        var guest = rig.Guest();
        admin.ChatReady();
        guest.ChatReady();

        rig.Start();
        Assert.Equal(Offered, Assert.Single(admin.Suggestions).ToString());

        rig.Server.StopResource(ServerRig.ResourceName);
        Assert.Empty(admin.Suggestions);
        Assert.Empty(guest.Received);
    }

    [Fact]
    public void LateChatInitReceivesSuggestion()
    {
        using var rig = new ServerRig();
        var admin = rig.Admin();

        rig.Start();
        Assert.Empty(admin.Suggestions);
        admin.ChatReady();
        Assert.Single(admin.Suggestions);

        admin.ChatReady();
        Assert.Single(admin.Suggestions);
    }

    [Fact]
    public void ReloadOffersSuggestionAgainInEditedWords()
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();
        var granted = rig.Guest();
        admin.ChatReady();
        granted.ChatReady();

        var language = Path.Combine(rig.Folder, "locales", "en.json");
        File.WriteAllText(language, File.ReadAllText(language).Replace("Clears 911 calls from Sonoran CAD.", "Our own words.", StringComparison.Ordinal));
        rig.Server.Aces.AddPrincipal($"player.{granted.NetId}", "group.admin");
        rig.Server.ConsoleCommand("clear911 reload");
        rig.TickFor();

        Assert.All([admin, granted], player => Assert.EndsWith(": Our own words.", Assert.Single(player.Suggestions).ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void SuggestionUsesConfiguredCommandName()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"command\": \"del911\"");
        rig.Server.Aces.AddAce("group.admin", "command.del911");
        rig.Start();
        var admin = rig.Admin();

        admin.ChatReady();
        Assert.Equal("/del911", Assert.Single(admin.Suggestions).Name);

        rig.Server.StopResource(ServerRig.ResourceName);
        Assert.Empty(admin.Suggestions);
    }

    [Theory]
    [MemberData(nameof(EventTests.InvalidArguments), MemberType = typeof(EventTests), DisableDiscoveryEnumeration = true)]
    public void ChatInitArgumentsAreIgnored(string what, object?[] args)
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();
        var guest = rig.Guest();

        guest.TriggerServerEvent("chat:init", args);
        guest.TriggerServerEvent("chat:init", 1);
        guest.TriggerServerEvent("playerDropped", args);
        admin.TriggerServerEvent("chat:init", args);

        Assert.NotEmpty(what);
        Assert.Empty(guest.Received);
        Assert.Equal("chat:addSuggestion", Assert.Single(admin.Received).Name);
        var late = rig.Admin("Ann");
        late.ChatReady();
        Assert.Single(late.Suggestions);
        rig.AssertStillWorks();
    }

    [Fact]
    public void RepeatedChatInitIsRateLimited()
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();
        var other = rig.Admin("Ann");

        for (var i = 0; i < 500; i++)
        {
            admin.TriggerServerEvent("chat:init");
        }

        other.ChatReady();

        Assert.Equal(3, admin.Received.Count);
        Assert.Single(other.Suggestions);
        Assert.DoesNotContain("Error in", rig.Server.Console.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("internal-net:1")]
    [InlineData("net:abc")]
    [InlineData("net:0")]
    public void ChatInitFromOtherSourcesIsIgnored(string source)
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();

        rig.Server.RaiseEvent("chat:init", source, 1);
        Assert.Empty(admin.Received);

        admin.ChatReady();
        Assert.Single(admin.Suggestions);
    }

    [Fact]
    public void ClientCannotForgePlayerDropped()
    {
        using var rig = ServerRig.Started();
        var admin = rig.Admin();
        var guest = rig.Guest();
        admin.ChatReady();

        guest.TriggerServerEvent("playerDropped", "left");
        admin.TriggerServerEvent("playerDropped", new List<object?> { null });
        rig.OtherResource.TriggerEvent("playerDropped", "left");
        rig.Server.StopResource(ServerRig.ResourceName);

        Assert.Empty(admin.Suggestions);
    }

    [Fact]
    public void PlayerWhoLeftReceivesNoEvents()
    {
        using var rig = ServerRig.Started();
        var gone = rig.Admin();
        var stays = rig.Admin("Ann");
        gone.ChatReady();
        stays.ChatReady();

        gone.Disconnect();
        rig.Server.StopResource(ServerRig.ResourceName);

        Assert.Equal("chat:addSuggestion", Assert.Single(gone.Received).Name);
        Assert.Equal("chat:removeSuggestion", stays.Received[^1].Name);
    }

    [Fact]
    public void SuggestionsDoNotRegisterTick()
    {
        using var rig = ServerRig.Started();
        rig.Server.Tick();
        rig.Server.Tick();

        rig.Admin().ChatReady();

        Assert.Equal(0, rig.Server.TickHandlerCount(ServerRig.ResourceName));
    }
}
