using System;
using System.Collections.Generic;
using System.Linq;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class NativeFaultTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("SetResourceKvpNoSync")]
    [InlineData("DeleteResourceKvpNoSync")]
    [InlineData("GetResourceKvpString")]
    [InlineData("StartFindKvp")]
    [InlineData("FindKvp")]
    [InlineData("FlushResourceKvp")]
    [InlineData("PerformHttpRequestInternalEx")]
    [InlineData("TriggerEvent")]
    [InlineData("TriggerClientEvent")]
    public void EveryThirdCallOfNativeThrowsWithoutEffect(string native)
    {
        var player = _server.Server.Connect("Jane");
        var raised = 0;
        _server.Server.AddResource("other").On("hello", _ => raised++);
        Action call = native switch
        {
            "SetResourceKvpNoSync" => () => API.SetResourceKvpNoSync("a", "1"),
            "DeleteResourceKvpNoSync" => () => API.DeleteResourceKvpNoSync("a"),
            "GetResourceKvpString" => () => API.GetResourceKvpString("a"),
            "StartFindKvp" => () => API.StartFindKvp("a"),
            "FindKvp" => () => API.FindKvp(1),
            "FlushResourceKvp" => API.FlushResourceKvp,
            "PerformHttpRequestInternalEx" => () => API.PerformHttpRequestInternalEx(new Dictionary<string, object> { ["url"] = "" }),
            "TriggerEvent" => () => BaseScript.TriggerEvent("hello"),
            _ => () => new PlayerList()[player.NetId].TriggerEvent("hello"),
        };
        var script = TestScript.Start(_server, "mine");
        _server.Server.NativeFaults.ThrowAtEvery(native, 3);
        var said = new List<string>();
        _server.Server.NativeFaults.Throwing += (name, _) => said.Add(name);

        var thrown = Enumerable.Range(1, 7).Where(_ => script.Evaluate(_server, () => Record.Exception(call)) is not null).ToList();

        Assert.Equal([3, 6], thrown);
        Assert.Equal([native, native], said);
        Assert.Equal(2, _server.Server.NativeFaults.Thrown);
        Assert.Equal(native == "TriggerEvent" ? 5 : 0, raised);
        Assert.Equal(native == "TriggerClientEvent" ? 5 : 0, player.Received.Count);
        Assert.Equal(native is "SetResourceKvpNoSync" or "DeleteResourceKvpNoSync" ? 5 : 0, _server.Server.Kvp.Writes);
    }

    [Fact]
    public void DamagedStringIsReplacedByRecentArgument()
    {
        var script = TestScript.Start(_server, "mine");
        _server.Server.NativeFaults.DamageStrings(0.1, seed: 1);
        string[] passed = [.. Enumerable.Range(0, 300).SelectMany(i => new[] { $"key {i}", $"value {i}" })];

        script.Run(_server, () => Array.ForEach([.. Enumerable.Range(0, 300)], i => API.SetResourceKvpNoSync($"key {i}", $"value {i}")));

        Assert.InRange(_server.Server.NativeFaults.Damaged, 30, 90);
        var keys = _server.Server.Kvp.Keys("mine");
        Assert.All(keys, key => Assert.Contains(key, passed));
        Assert.Contains(keys, key => _server.Server.Kvp.Get("mine", key) != key.Replace("key", "value", StringComparison.Ordinal));
    }
}
