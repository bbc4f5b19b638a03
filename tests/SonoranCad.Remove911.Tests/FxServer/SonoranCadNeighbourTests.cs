using System;
using System.Collections.Generic;
using CitizenFX.Core.Native;
using FxServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class SonoranCadNeighbourTests : IDisposable
{
    private const string Incoming = "SonoranCAD::pushevents:IncomingCadCall";
    private const string Removed = "SonoranCAD::pushevents:CadCallRemoved";

    private readonly TestServer _server = new();
    private readonly SonoranCadNeighbour _neighbour;
    private readonly PlainScript _script;
    private readonly List<object?> _heard = [];

    public SonoranCadNeighbourTests()
    {
        _neighbour = new SonoranCadNeighbour(_server.Game);
        _script = PlainScript.Start(_server, "mine", script =>
        {
            script.Events[Incoming] += new Action<object, object, object>((call, metaData, identifiers) => _heard.AddRange([call, metaData, identifiers]));
            script.Events[Removed] += new Action<object>(_heard.Add);
        });
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public void AnIncomingCallIsATableWithMetaDataAndIdentifiersBesideIt()
    {
        _neighbour.IncomingCall(302, "John", "Vinewood Blvd", "Fire", new { plate = "X1" }, new[] { "license:1" });

        var call = Assert.IsAssignableFrom<IDictionary<string, object?>>(_heard[0]);
        Assert.Equal(["callId", "caller", "location", "description"], call.Keys);
        Assert.Equal([(ushort)302, "John", "Vinewood Blvd", "Fire"], call.Values);
        Assert.Equal("X1", Assert.IsAssignableFrom<IDictionary<string, object?>>(_heard[1])["plate"]);
        Assert.Equal(["license:1"], Assert.IsType<List<object?>>(_heard[2]));
    }

    [Fact]
    public void WhatIsNotGivenIsAnEmptyTable()
    {
        _neighbour.IncomingCall(1);

        Assert.Empty(Assert.IsType<List<object?>>(_heard[1]));
        Assert.Empty(Assert.IsType<List<object?>>(_heard[2]));
    }

    [Fact]
    public void ACallIdIsANumberOrAString()
    {
        _neighbour.CallRemoved(101);
        _neighbour.CallIdsAsText = true;
        _neighbour.CallRemoved(101);
        _neighbour.IncomingCall(102);

        Assert.Equal([101, "101"], _heard[..2]);
        Assert.Equal("102", Assert.IsAssignableFrom<IDictionary<string, object?>>(_heard[2])["callId"]);
    }

    [Fact]
    public void ItsKeyIsReadOnlyByWhomTheOwnerGrantsIt()
    {
        _neighbour.PublishAccount("grove-street", "the-key", 2);
        Assert.Equal("grove-street//2", ReadAccount());

        _server.Game.Convars.Grant("mine", "sonoran_apiKey");
        Assert.Equal("grove-street/the-key/2", ReadAccount());
    }

    [Fact]
    public void ItStopsLikeAnyNeighbour()
    {
        _neighbour.Stop();

        Assert.False(_neighbour.Resource.IsRunning);
        Assert.Equal("stopped", _script.Ask(_server, () => API.GetResourceState(SonoranCadNeighbour.ResourceName)));
    }

    private string ReadAccount() => _script.Ask(_server, () =>
        $"{API.GetConvar("sonoran_communityID", "")}/{API.GetConvar("sonoran_apiKey", "")}/{API.GetConvarInt("sonoran_serverId", 0)}");
}
