using System;
using System.Collections.Generic;
using CitizenFX.Core.Native;
using FxServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.FxServer;

public sealed class SonoranCadResourceTests : IDisposable
{
    private const string Incoming = "SonoranCAD::pushevents:IncomingCadCall";
    private const string Removed = "SonoranCAD::pushevents:CadCallRemoved";

    private readonly TestServer _server = new();
    private readonly SonoranCadResource _sonoranCad;
    private readonly TestScript _script;
    private readonly List<object?> _heard = [];

    public SonoranCadResourceTests()
    {
        _sonoranCad = new SonoranCadResource(_server.Server);
        _script = TestScript.Start(_server, "mine", script =>
        {
            script.Events[Incoming] += new Action<object, object, object>((call, metaData, identifiers) => _heard.AddRange([call, metaData, identifiers]));
            script.Events[Removed] += new Action<object>(_heard.Add);
        });
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public void IncomingCallHasTableMetadataAndIdentifiers()
    {
        _sonoranCad.IncomingCall(302, "John", "Vinewood Blvd", "Fire", new { plate = "X1" }, new[] { "license:1" });

        var call = Assert.IsAssignableFrom<IDictionary<string, object?>>(_heard[0]);
        Assert.Equal(["callId", "caller", "location", "description"], call.Keys);
        Assert.Equal([(ushort)302, "John", "Vinewood Blvd", "Fire"], call.Values);
        Assert.Equal("X1", Assert.IsAssignableFrom<IDictionary<string, object?>>(_heard[1])["plate"]);
        Assert.Equal(["license:1"], Assert.IsType<List<object?>>(_heard[2]));
    }

    [Fact]
    public void MissingArgumentsAreEmptyTables()
    {
        _sonoranCad.IncomingCall(1);

        Assert.Empty(Assert.IsType<List<object?>>(_heard[1]));
        Assert.Empty(Assert.IsType<List<object?>>(_heard[2]));
    }

    [Fact]
    public void CallIdIsNumberOrString()
    {
        _sonoranCad.CallRemoved(101);
        _sonoranCad.CallIdsAsText = true;
        _sonoranCad.CallRemoved(101);
        _sonoranCad.IncomingCall(102);

        Assert.Equal([101, "101"], _heard[..2]);
        Assert.Equal("102", Assert.IsAssignableFrom<IDictionary<string, object?>>(_heard[2])["callId"]);
    }

    [Fact]
    public void PollAddsToCacheAndOnlyPushEventsRemoveFromIt()
    {
        _sonoranCad.Poll(SonoranCadResource.ListedCall(301), SonoranCadResource.ListedCall(302));
        _sonoranCad.IncomingCall(303);
        _sonoranCad.Poll();
        Assert.Equal(["301", "302", "303"], CachedIds());

        _sonoranCad.HasPushEvents = false;
        _sonoranCad.CallRemoved(301);
        _sonoranCad.IncomingCall(304);
        Assert.Equal(["301", "302", "303"], CachedIds());

        _sonoranCad.HasPushEvents = true;
        _sonoranCad.CallRemoved(302);
        Assert.Equal(["301", "303"], CachedIds());
        Assert.Equal(3, _sonoranCad.CacheReads);
    }

    [Fact]
    public void CacheIsArrayIfItsIdsCountFromOne()
    {
        Assert.Empty(Assert.IsType<List<object?>>(Cache()));
        _sonoranCad.Poll(SonoranCadResource.ListedCall(1), SonoranCadResource.ListedCall(2));

        Assert.Equal(2, Assert.IsType<List<object?>>(Cache()).Count);
    }

    [Fact]
    public void EachChangeOfCacheIsAnnounced()
    {
        var changes = 0;
        _server.Server.AddResource("other").On("SonoranCAD::pushevents:EmergencyCacheUpdated", _ => changes++);

        _sonoranCad.Poll(SonoranCadResource.ListedCall(301));
        _sonoranCad.IncomingCall(302);
        _sonoranCad.CallRemoved(301);

        Assert.Equal(3, changes);
    }

    [Fact]
    public void ApiKeyIsReadableOnlyWithGrant()
    {
        _sonoranCad.PublishAccount("grove-street", "the-key", 2);
        Assert.Equal("grove-street//2", ReadAccount());

        _server.Server.Convars.Grant("mine", "sonoran_apiKey");
        Assert.Equal("grove-street/the-key/2", ReadAccount());
    }

    [Fact]
    public void KeyOnlyReplacesItsPlaceholder()
    {
        _server.Server.Convars.Grant("mine", "sonoran_apiKey");
        Assert.Equal("/protection_initialized/0", ReadAccount());
        _sonoranCad.PublishAccount("grove-street", "the-key");

        _sonoranCad.PublishAccount("grove-street", "another-key");
        Assert.Equal("grove-street/the-key/1", ReadAccount());

        _sonoranCad.Stop();
        _server.Server.Convars.Remove("sonoran_apiKey");
        new SonoranCadResource(_server.Server, isConfigurationExecuted: false).PublishAccount("grove-street", "the-key");
        Assert.Equal("grove-street//1", ReadAccount());
    }

    [Fact]
    public void ResourceCanBeStopped()
    {
        _sonoranCad.Stop();

        Assert.False(_sonoranCad.Resource.IsRunning);
        Assert.Equal("stopped", _script.Evaluate(_server, () => API.GetResourceState(SonoranCadResource.ResourceName)));
    }

    private object? Cache() => _server.Server.AddResource("reader" + _sonoranCad.CacheReads).CallExport(SonoranCadResource.ResourceName, "GetEmergencyCache");

    private IEnumerable<string> CachedIds() => Assert.IsAssignableFrom<IDictionary<string, object?>>(Cache()).Keys;

    private string ReadAccount() => _script.Evaluate(_server, () =>
        $"{API.GetConvar("sonoran_communityID", "")}/{API.GetConvar("sonoran_apiKey", "")}/{API.GetConvarInt("sonoran_serverId", 0)}");
}
