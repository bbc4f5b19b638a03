using System;
using System.Collections.Generic;
using System.Linq;
using CitizenFX.Core;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class EventTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly List<object?> _heard = [];

    public void Dispose() => _server.Dispose();

    [Fact]
    public void HandlerReceivesClientEventsAndIgnoresCase()
    {
        TestScript.Start(_server, "mine", script =>
            script.Events["Call:Clear"] += new Action<string, object>((source, id) => _heard.Add($"{source} {id}")));
        var player = _server.Server.Connect("Ann");

        player.TriggerServerEvent("call:clear", "x", 101);

        Assert.Equal("x 101", Assert.Single(_heard));
    }

    [Fact]
    public void ClientsFloodOfEventsIsDropped()
    {
        var time = new VirtualTime();
        using var server = new TestServer(time);
        TestScript.Start(server, "mine", script => script.Events["a"] += new Action(() => _heard.Add("a")));
        var player = server.Server.Connect("Ann");
        var lua = server.Server.AddResource("lua");

        Array.ForEach(new int[300], _ => player.TriggerServerEvent("a"));
        Assert.Equal(200, _heard.Count);

        server.Server.TickUntil(() => false, TimeSpan.FromSeconds(1));
        Array.ForEach(new int[300], _ => player.TriggerServerEvent("a"));
        Assert.InRange(_heard.Count, 250, 252);

        _heard.Clear();
        Array.ForEach(new int[300], _ => lua.TriggerEvent("a"));
        Assert.Equal(300, _heard.Count);
    }

    [Fact]
    public void SourceDistinguishesClientsFromResources()
    {
        TestScript.Start(_server, "mine", script =>
        {
            script.Events["a"] += new Handler(([FromSource] source, value) => _heard.Add(source));
            script.Events["b"] += new PlayerHandler(([FromSource] player) => _heard.Add(player?.Handle));
        });
        var lua = _server.Server.AddResource("lua");
        var player = _server.Server.Connect("Ann");

        player.TriggerServerEvent("a");
        lua.TriggerEvent("a");
        _server.Server.RaiseEvent("a", "internal-net:7");
        player.TriggerServerEvent("b");
        lua.TriggerEvent("b");

        Assert.Equal(["net:1", null, "internal-net:7", "1", null], _heard);
    }

    [Fact]
    public void MissingArgumentsAreDefaultedAndExtraOnesDropped()
    {
        TestScript.Start(_server, "mine", script =>
            script.Events["a"] += new Action<string, int>((text, number) => _heard.Add((text, number))));

        _server.Server.RaiseEvent("a", "");
        _server.Server.RaiseEvent("a", "", 5, "7", "more");

        Assert.Equal([((string?)null, 0), ("5", 7)], _heard.Cast<(string?, int)>());
    }

    [Fact]
    public void InvalidArgumentRemovesHandlerPermanently()
    {
        TestScript.Start(_server, "mine", script =>
        {
            script.Events["a"] += new Action<int>(number => _heard.Add(number));
            script.Events["a"] += new Action<object>(value => _heard.Add("other"));
        });
        var player = _server.Server.Connect("Mallory");

        player.TriggerServerEvent("a", new[] { 1 });
        player.TriggerServerEvent("a", 5);

        Assert.Equal(["other", "other"], _heard);
        Assert.Contains("Error invoking callback for event a: System.InvalidCastException", _server.Server.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ThrowingHandlerIsRemovedPermanently()
    {
        TestScript.Start(_server, "mine", script => script.Events["a"] += new Action(() =>
        {
            _heard.Add("ran");
            throw new FormatException("broken");
        }));

        _server.Server.RaiseEvent("a", "");
        _server.Server.RaiseEvent("a", "");

        Assert.Single(_heard);
        Assert.Contains("System.FormatException: broken", _server.Server.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TriggerEventRunsHandlersSynchronously()
    {
        TestScript.Start(_server, "other", script => script.Events["ping"] += new Action(() => _heard.Add("handler")));
        TestScript.Start(_server, "mine", script => script.Events["start"] += new Action(() =>
        {
            BaseScript.TriggerEvent("ping");
            _heard.Add("after");
        }));

        _server.Server.RaiseEvent("start", "");

        Assert.Equal(["handler", "after"], _heard);
    }

    [Fact]
    public void RemovedHandlerReceivesNoEvents()
    {
        var handler = new Action(() => _heard.Add("ran"));
        var script = TestScript.Start(_server, "mine", made => made.Events["a"] += handler);

        script.Run(_server, () => script.Events["a"] -= handler);
        _server.Server.RaiseEvent("a", "");

        Assert.Empty(_heard);
    }

    [Fact]
    public void JoinAndDropEventsHaveInternalSource()
    {
        TestScript.Start(_server, "mine", script =>
        {
            script.Events["playerJoining"] += new Handler(([FromSource] source, value) => _heard.Add(source));
            script.Events["playerDropped"] += new Handler(([FromSource] source, reason) => _heard.Add($"{source} {reason}"));
        });

        _server.Server.Connect("Ann").Disconnect("bye");

        Assert.Equal(["internal-net:1", "internal-net:1 bye"], _heard);
        Assert.Empty(_server.Server.Players);
    }

    [Fact]
    public void ClientReceivesEventsSentToIt()
    {
        var script = TestScript.Start(_server, "mine");
        var ann = _server.Server.Connect("Ann", "license:1", "discord:2");
        var bob = _server.Server.Connect("Bob");

        script.Run(_server, () =>
        {
            script.OnlinePlayers[ann.NetId].TriggerEvent("chat:addMessage", new { color = new[] { 1, 2, 3 }, args = new[] { "911", "done" } });
            BaseScript.TriggerClientEvent("to:all", 1);
            _heard.Add(script.OnlinePlayers["ann"]!.Identifiers["license"]);
            _heard.Add(script.OnlinePlayers.Count());
        });

        Assert.Equal("911: done", Assert.Single(ann.Chat));
        Assert.Equal(["chat:addMessage", "to:all"], ann.Received.Select(sent => sent.Name));
        Assert.Equal("to:all", Assert.Single(bob.Received).Name);
        Assert.Equal(["1", 2], _heard);
    }

    private delegate void Handler([FromSource] string source, object value);

    private delegate void PlayerHandler([FromSource] Player player);
}
