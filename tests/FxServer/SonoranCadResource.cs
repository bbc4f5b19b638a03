using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>The vendor's FiveM resource as a neighbour: its convars, and the events that it fires when push events are on.</summary>
public sealed class SonoranCadResource
{
    public const string ResourceName = "sonorancad";

    /// <summary>Of August 2026.</summary>
    public const string CurrentVersion = "4.0.104";

    private const string CommunityConvar = "sonoran_communityID";
    private const string KeyConvar = "sonoran_apiKey";
    private const string Placeholder = "protection_initialized";

    private const string Events = "SonoranCAD::pushevents:";

    private readonly GameServer _server;

    /// <summary>Starts it.</summary>
    /// <param name="server">Throws if it runs there already.</param>
    /// <param name="version">In its manifest; null for a manifest that names none.</param>
    /// <param name="isConfigurationExecuted">False for a plain <c>ensure sonorancad</c>, which leaves the key's convar out.</param>
    public SonoranCadResource(GameServer server, string? version = CurrentVersion, bool isConfigurationExecuted = true)
    {
        _server = server ?? throw new ArgumentNullException(nameof(server));
        if (isConfigurationExecuted)
        {
            ExecuteConfiguration(server);
        }

        Resource = server.AddResource(ResourceName, Manifest.OfVersion(version));
    }

    /// <summary>The same as any neighbour, for its exports and whatever else a test wants of it.</summary>
    public OtherResource Resource { get; }

    /// <summary>Whether call ids go out as strings; as whole numbers unless set.</summary>
    public bool CallIdsAsText { get; set; }

    /// <summary>
    /// As <c>exec @sonorancad/sonorancad.cfg</c>, up to the line that starts the resource: protects the key's convar and sets its
    /// placeholder, unless the key is there already.
    /// </summary>
    public static void ExecuteConfiguration(GameServer server)
    {
        server.Convars.Grant(ResourceName, KeyConvar);
        if (server.Convars.Get(KeyConvar, "").Length == 0)
        {
            server.Convars.Protect(KeyConvar, Placeholder);
        }
    }

    /// <summary>Sets sonoran_communityID and sonoran_serverId, and sonoran_apiKey if that holds its placeholder.</summary>
    public void PublishAccount(string communityId, string apiKey, int serverId = 1)
    {
        _server.Convars.Set(CommunityConvar, communityId);
        if (_server.Convars.Get(KeyConvar, "") == Placeholder)
        {
            _server.Convars.Set(KeyConvar, apiKey);
        }

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
