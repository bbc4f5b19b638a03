using System;
using System.Collections.Generic;
using System.Linq;
using Moq;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Commands;

public sealed class ChatSuggestionsTests
{
    private readonly FakeClientEvents _clients = new();
    private readonly FakeClock _clock = new();
    private readonly SettingsMonitor _settings = new(new Settings());
    private readonly Mock<IPlayerDirectory> _players = new();
    private readonly ChatSuggestions _suggestions;

    public ChatSuggestionsTests()
    {
        _players.Setup(p => p.GetOnline()).Returns([1, 2, 3]);
        Allow(1);
        Allow(3);
        _suggestions = new ChatSuggestions(_players.Object, _clients, English.Localizer, _settings, _clock);
    }

    [Fact]
    public void OnlyPermittedPlayersReceiveAndLoseSuggestion()
    {
        _suggestions.OfferToAll();
        _suggestions.OnChatReady(2);
        _suggestions.WithdrawAll();
        _suggestions.WithdrawAll();

        Assert.Equal(
            [(1, ChatSuggestions.AddEvent), (3, ChatSuggestions.AddEvent), (1, ChatSuggestions.RemoveEvent), (3, ChatSuggestions.RemoveEvent)],
            _clients.Sent.Select(sent => (sent.Source, sent.Name)));
        Assert.All(_clients.Sent, sent => Assert.Equal("/clear911", sent.Args[0]));
    }

    [Fact]
    public void RepeatedChatInitIsRateLimitedPerPlayer()
    {
        for (var i = 0; i < 1000; i++)
        {
            _suggestions.OnChatReady(1);
        }

        Assert.Equal(3, _clients.Sent.Count);
        _players.Verify(p => p.IsAllowed(1, "command.clear911"), Times.Exactly(3));

        _suggestions.OnChatReady(3);
        Assert.Equal(4, _clients.Sent.Count);

        _clock.Advance(TimeSpan.FromSeconds(10));
        _suggestions.OnChatReady(1);
        Assert.Equal(5, _clients.Sent.Count);
    }

    [Fact]
    public void PlayersWhoLeftAreForgotten()
    {
        _players.Setup(p => p.IsAllowed(It.IsAny<int>(), "command.clear911")).Returns(true);
        for (var player = 100; player < 10_100; player++)
        {
            _suggestions.OnChatReady(player);
            _suggestions.OnPlayerLeft(player);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _clients.Sent.Clear();
        _suggestions.WithdrawAll();
        Assert.Empty(_clients.Sent);
    }

    [Fact]
    public void SuggestionIsRemovedAfterPermissionIsRevoked()
    {
        _suggestions.OnChatReady(1);
        _players.Setup(p => p.IsAllowed(1, It.IsAny<string>())).Returns(false);

        _suggestions.OnChatReady(1);

        Assert.Equal([ChatSuggestions.AddEvent, ChatSuggestions.RemoveEvent], _clients.Names);
    }

    [Fact]
    public void ReloadResendsSuggestionsOnNextTickOnly()
    {
        _suggestions.OfferToAll();
        _clients.Sent.Clear();
        _suggestions.Tick(TimeSpan.Zero);
        Assert.Empty(_clients.Sent);

        _settings.Update(new Settings());
        Assert.True(_suggestions.NeedsTick);
        _suggestions.Tick(TimeSpan.Zero);
        Assert.False(_suggestions.NeedsTick);
        Assert.Equal(2, _clients.Sent.Count);
    }

    [Fact]
    public void HelpTextsComeFromLocale()
    {
        _suggestions.OnChatReady(1);

        var args = _clients.Sent[0].Args;
        Assert.Equal("Clears 911 calls from Sonoran CAD.", args[1]);
        Assert.Equal(
            new Dictionary<string, object> { ["name"] = "calls", ["help"] = "call ids, or one of: " + AllowedWords.To(_ => false) },
            Assert.Single((Dictionary<string, object>[])args[2]));
    }

    private void Allow(int player) => _players.Setup(p => p.IsAllowed(player, "command.clear911")).Returns(true);
}
