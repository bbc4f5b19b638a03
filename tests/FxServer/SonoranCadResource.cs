using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>The vendor's FiveM resource as a neighbour: its convars, and the events that it fires when push events are on.</summary>
public sealed class SonoranCadResource
{
    public const string ResourceName = "sonorancad";

    private const string Events = "SonoranCAD::pushevents:";

    private readonly GameServer _server;

    /// <summary>Starts it.</summary>
    /// <param name="server">Throws if it runs there already.</param>
    public SonoranCadResource(GameServer server)
    {
        _server = server ?? throw new ArgumentNullException(nameof(server));
        Resource = server.AddResource(ResourceName);
    }

    /// <summary>The same as any neighbour, for its exports and whatever else a test wants of it.</summary>
    public OtherResource Resource { get; }

    /// <summary>Whether call ids go out as strings; as whole numbers unless set.</summary>
    public bool CallIdsAsText { get; set; }

    /// <summary>Sets sonoran_communityID, sonoran_serverId and, protected, sonoran_apiKey.</summary>
    public void PublishAccount(string communityId, string apiKey, int serverId = 1)
    {
        _server.Convars.Set("sonoran_communityID", communityId);
        _server.Convars.Protect("sonoran_apiKey", apiKey);
        _server.Convars.Set("sonoran_serverId", serverId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A 911 call came in at the CAD. Push events tell of it to all resources.</summary>
    /// <param name="callId">The call's number.</param>
    /// <param name="caller">Who called.</param>
    /// <param name="location">From where.</param>
    /// <param name="description">What for.</param>
    /// <param name="metaData">A map; an empty table of Lua, which arrives as an empty list, unless given.</param>
    /// <param name="identifiers">Of the caller; the same.</param>
    public void IncomingCall(
        int callId,
        string caller = "Jane Doe",
        string location = "Innocence Blvd",
        string description = "Shots fired",
        object? metaData = null,
        object? identifiers = null)
    {
        var call = new Dictionary<string, object?>
        {
            ["callId"] = CallId(callId),
            ["caller"] = caller,
            ["location"] = location,
            ["description"] = description,
        };
        Resource.TriggerEvent(Events + "IncomingCadCall", call, metaData ?? EmptyTable(), identifiers ?? EmptyTable());
    }

    /// <summary>A 911 call is no longer open at the CAD, whoever removed it.</summary>
    public void CallRemoved(int callId) => Resource.TriggerEvent(Events + "CadCallRemoved", CallId(callId));

    public void Stop() => Resource.Stop();

    private static object?[] EmptyTable() => [];

    private object CallId(int callId) => CallIdsAsText ? callId.ToString(CultureInfo.InvariantCulture) : callId;
}
