using System;
using System.Collections.Generic;
using CitizenFX.Core;
using FxServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>How arguments change on the wire.</summary>
public sealed class WireTests : IDisposable
{
    private readonly TestServer _server = new();
    private object?[] _arrived = [];

    public WireTests() => TestScript.Start(_server, "mine", script => script.Events["take"] += new Action<object, object>((value, more) =>
        _arrived = [value, more]));

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(127, typeof(int))]
    [InlineData(128L, typeof(byte))]
    [InlineData(256, typeof(ushort))]
    [InlineData(65536, typeof(uint))]
    [InlineData(4294967296L, typeof(ulong))]
    [InlineData(-32, typeof(int))]
    [InlineData(-33, typeof(sbyte))]
    [InlineData(-129, typeof(short))]
    [InlineData(-32769, typeof(int))]
    [InlineData(-2147483649L, typeof(long))]
    [InlineData(5.0f, typeof(float))]
    [InlineData(5.0, typeof(double))]
    [InlineData("text", typeof(string))]
    [InlineData(true, typeof(bool))]
    public void ScalarArrivesAsItsMessagePackType(object sent, Type type)
    {
        _server.Server.RaiseEvent("take", "", sent);

        Assert.IsType(type, _arrived[0]);
        Assert.Equal(Convert.ToString(sent), Convert.ToString(_arrived[0]));
    }

    [Fact]
    public void TablesArriveAsListsAndDictionaries()
    {
        _server.Server.RaiseEvent("take", "", new object?[] { 1, null, "x" }, new { id = 7, nested = new Dictionary<int, string> { [3] = "c" } });

        Assert.Equal([1, null, "x"], Assert.IsType<List<object?>>(_arrived[0]));
        var map = Assert.IsAssignableFrom<IDictionary<string, object?>>(_arrived[1]);
        Assert.Equal(7, map["id"]);
        Assert.Equal("c", Assert.IsAssignableFrom<IDictionary<string, object?>>(map["nested"])["3"]);
    }

    [Fact]
    public void BytesAreSupportedAndDatesAreNot()
    {
        _server.Server.RaiseEvent("take", "", new byte[] { 1, 2 });

        Assert.Equal(new byte[] { 1, 2 }, _arrived[0]);
        Assert.Throws<NotSupportedException>(() => _server.Server.RaiseEvent("take", "", DateTime.UnixEpoch));
    }

    [Fact]
    public void ResourceFunctionCallIsSerialized()
    {
        var lua = _server.Server.AddResource("lua");
        var script = TestScript.Start(_server, "caller");
        var function = new FxCallback(new { answer = 300 });
        lua.TriggerEvent("take", function.Function);
        var callback = Assert.IsType<CallbackDelegate>(_arrived[0]);
        object? answer = null;

        script.Run(_server, () => answer = callback(200, new[] { "a" }));

        var got = Assert.Single(function.Calls);
        Assert.Equal((byte)200, got[0]);
        Assert.Equal(["a"], Assert.IsType<List<object?>>(got[1]));
        Assert.Equal((ushort)300, Assert.IsAssignableFrom<IDictionary<string, object?>>(answer)["answer"]);

        lua.Stop();
        Assert.Throws<InvalidOperationException>(() => script.Run(_server, () => callback(1)));
    }

    [Fact]
    public void CallingClientFunctionSendsEvent()
    {
        var player = _server.Server.Connect("Ann");
        var called = false;
        player.TriggerServerEvent("take", new Action(() => called = true));
        var callback = Assert.IsType<NetworkCallbackDelegate>(_arrived[0]);

        var answer = callback("x");

        Assert.False(answer.IsCompleted);
        Assert.False(called);
        var sent = Assert.Single(player.Received);
        Assert.Equal("__cfx_rpcReq", sent.Name);
        Assert.Equal(["x"], Assert.IsType<List<object?>>(sent.Args[^1]));
    }
}
