using System;
using System.Collections.Generic;
using System.Linq;
using CitizenFX.Core;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>What a client's chat suggests while its player types.</summary>
public sealed class SuggestionTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly TestScript _script;

    public SuggestionTests() => _script = TestScript.Start(_server, "mine");

    public void Dispose() => _server.Dispose();

    [Fact]
    public void ChatInitHasClientSource()
    {
        var heard = new List<string>();
        _script.Run(_server, () => _script.Events["chat:init"] += new Handler(([FromSource] source) => heard.Add(source)));

        _server.Server.Connect("Ann").ChatReady();

        Assert.Equal("net:1", Assert.Single(heard));
    }

    [Fact]
    public void SuggestionKeepsNameHelpAndParameters()
    {
        var ann = _server.Server.Connect("Ann");
        ann.ChatReady();

        Send("chat:addSuggestion", "/clear911", "Clears 911 calls", new[] { new { name = "callId", help = "its number" }, new { name = "more", help = "" } });
        Send("chat:addSuggestion", "/bare");

        Assert.Equal(["/clear911 [callId: its number, more]: Clears 911 calls", "/bare []: "], ann.Suggestions.Select(offered => offered.ToString()));
        Assert.Equal(("callId", "its number"), (ann.Suggestions[0].Params[0].Name, ann.Suggestions[0].Params[0].Help));
    }

    [Fact]
    public void SecondSuggestionWithSameNameReplacesFirst()
    {
        var ann = _server.Server.Connect("Ann");
        ann.ChatReady();

        Send("chat:addSuggestion", "/clear911", "old", new[] { new { name = "callId", help = "" } });
        Send("chat:addSuggestion", "/clear911", "new");
        Send("chat:addSuggestion", "/clear911");

        Assert.Equal("/clear911 []: new", Assert.Single(ann.Suggestions).ToString());
    }

    [Fact]
    public void RemovedSuggestionCanBeAddedAgain()
    {
        var ann = _server.Server.Connect("Ann");
        ann.ChatReady();

        Send("chat:addSuggestion", "/clear911", "help");
        Send("chat:addSuggestion", "/other", "help");
        Send("chat:removeSuggestion", "/clear911");
        Send("chat:removeSuggestion", "/unknown");
        Assert.Equal("/other", Assert.Single(ann.Suggestions).Name);

        Send("chat:addSuggestion", "/clear911", "help");
        Assert.Equal(2, ann.Suggestions.Count);
    }

    [Fact]
    public void SuggestionSentBeforeChatInitIsLost()
    {
        var ann = _server.Server.Connect("Ann");

        Send("chat:addSuggestion", "/clear911", "help");
        ann.ChatReady();

        Assert.Empty(ann.Suggestions);
        Assert.Equal("chat:addSuggestion", Assert.Single(ann.Received).Name);
    }

    [Fact]
    public void EveryChangeRaisesEvent()
    {
        var ann = _server.Server.Connect("Ann");
        var told = new List<string>();
        ann.SuggestionOffered += offered => told.Add("+" + offered.Help);
        ann.SuggestionRemoved += name => told.Add("-" + name);
        ann.ChatReady();

        Send("chat:addSuggestion", "/clear911", "old");
        Send("chat:addSuggestion", "/clear911", "new");
        Send("chat:addSuggestion", "/clear911");
        Send("chat:removeSuggestion", "/unknown");
        Send("chat:removeSuggestion", "/clear911");

        Assert.Equal(["+old", "+new", "-/clear911"], told);
    }

    [Fact]
    public void InvalidSuggestionsAreIgnored()
    {
        var ann = _server.Server.Connect("Ann");
        ann.ChatReady();

        Send("chat:addSuggestion");
        Send("chat:addSuggestion", new { name = "/clear911" });
        Send("chat:addSuggestion", "/clear911", "help", new object[] { "callId", 5 });

        Assert.Empty(Assert.Single(ann.Suggestions).Params);
    }

    private void Send(string name, params object?[] args) => _script.Run(_server, () => BaseScript.TriggerClientEvent(name, args));

    private delegate void Handler([FromSource] string source);
}
