using System;
using System.Collections.Generic;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class ExportTests : IDisposable
{
    private readonly TestServer _server = new();
    private readonly List<string?> _invokers = [];

    public void Dispose() => _server.Dispose();

    [Fact]
    public void ExportCallIsSerializedAndKnowsItsCaller()
    {
        TestScript.Start(_server, "mine", script => script.OwnExports.Add("clear", new Func<int, string, object>((id, who) =>
        {
            _invokers.Add(API.GetInvokingResource());
            return new { text = $"{id} {who}" };
        })));
        var lua = _server.Server.AddResource("lua");

        var answer = lua.CallExport("mine", "clear", "101");

        Assert.Equal("101 ", Assert.IsAssignableFrom<IDictionary<string, object?>>(answer)["text"]);
        Assert.Equal("lua", Assert.Single(_invokers));
        Assert.Throws<InvalidOperationException>(() => lua.CallExport("mine", "clean", 1));
    }

    // An export begins as an event.
    [Fact]
    public void ExportIsFoundInAnyCase()
    {
        TestScript.Start(_server, "mine", script => script.OwnExports.Add("clear", new Func<object>(() => "cleared")));
        var lua = _server.Server.AddResource("lua");
        lua.Export("find", _ => "found");

        Assert.Equal("cleared", lua.CallExport("mine", "Clear"));
        Assert.Equal("found", _server.Server.AddResource("other").CallExport("lua", "FIND"));
    }

    [Fact]
    public void ClientCanRequestExport()
    {
        TestScript.Start(_server, "mine", script => script.OwnExports.Add("clear", new Action(() => { })));
        var player = _server.Server.Connect("Mallory");

        player.TriggerServerEvent("__cfx_export_mine_clear", new Action<object>(_ => { }));
        player.TriggerServerEvent("__cfx_export_mine_clear", "junk");

        Assert.Equal("__cfx_rpcReq", Assert.Single(player.Received).Name);
        _server.Server.AddResource("lua").CallExport("mine", "clear");
    }

    [Fact]
    public void FailingExportIsLoggedAndReturnsNull()
    {
        TestScript.Start(_server, "mine", script => script.OwnExports.Add("clear", new Action<int>(_ => { })));

        Assert.Null(_server.Server.AddResource("lua").CallExport("mine", "clear", "not a number"));
        Assert.Contains("System.FormatException", _server.Server.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void CSharpResourceCanCallExport()
    {
        var lua = _server.Server.AddResource("lua");
        lua.Export("double", args => Convert.ToInt32(args[0], null) * 2);
        var script = TestScript.Start(_server, "mine");
        object? answer = null;

        script.Run(_server, () => answer = ((dynamic)script.OwnExports["lua"]).@double(21));

        Assert.Equal(42, answer);
    }

    [Fact]
    public void InvokingResourceIsCorrectInNestedCalls()
    {
        var lua = _server.Server.AddResource("lua");
        TestScript.Start(_server, "inner", script =>
            script.Events["inner"] += new Action(() => _invokers.Add(API.GetInvokingResource())));
        TestScript.Start(_server, "outer", script => script.Events["outer"] += new Action(() =>
        {
            _invokers.Add(API.GetInvokingResource());
            BaseScript.TriggerEvent("inner");
            _invokers.Add(API.GetInvokingResource());
        }));

        lua.TriggerEvent("outer");
        _server.Server.RaiseEvent("outer", "");
        _server.Server.Connect("Ann").TriggerServerEvent("inner");

        Assert.Equal(["lua", "outer", "lua", null, "outer", null, null], _invokers);
    }
}
