using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>The vendor's FiveM resource: its convars, and the events that it fires if push events are enabled.</summary>
public sealed class SonoranCadResource
{
    public const string ResourceName = "sonorancad";

    /// <summary>As of August 2026.</summary>
    public const string CurrentVersion = "4.0.104";

    private const string CommunityConvar = "sonoran_communityID";
    private const string KeyConvar = "sonoran_apiKey";
    private const string Placeholder = "protection_initialized";

    private const string Events = "SonoranCAD::pushevents:";

    private readonly GameServer _server;

    /// <summary>Starts the resource.</summary>
    /// <param name="server">Throws if the resource is already running there.</param>
    /// <param name="version">The version in its manifest; null for none.</param>
    /// <param name="isConfigurationExecuted">
    /// False for a plain <c>ensure sonorancad</c>, which leaves the key's convar unset.
    /// </param>
    public SonoranCadResource(GameServer server, string? version = CurrentVersion, bool isConfigurationExecuted = true)
    {
        _server = server ?? throw new ArgumentNullException(nameof(server));
        if (isConfigurationExecuted)
        {
            ExecuteConfiguration(server);
        }

        Resource = server.AddResource(ResourceName, Manifest.OfVersion(version));
    }

    /// <summary>The resource itself, for its exports and anything else a test needs.</summary>
    public OtherResource Resource { get; }

    /// <summary>Whether call ids are sent as strings. Default: integers.</summary>
    public bool CallIdsAsText { get; set; }

    /// <summary>
    /// Same as <c>exec @sonorancad/sonorancad.cfg</c> up to the line that starts the resource: protects the key's convar and
    /// sets its placeholder, unless the key is already set.
    /// </summary>
    public static void ExecuteConfiguration(GameServer server)
    {
        server.Convars.Grant(ResourceName, KeyConvar);
        if (server.Convars.Get(KeyConvar, "").Length == 0)
        {
            server.Convars.Protect(KeyConvar, Placeholder);
        }
    }

    /// <summary>Sets sonoran_communityID and sonoran_serverId, and sonoran_apiKey if it still holds its placeholder.</summary>
    public void PublishAccount(string communityId, string apiKey, int serverId = 1)
    {
        _server.Convars.Set(CommunityConvar, communityId);
        if (_server.Convars.Get(KeyConvar, "") == Placeholder)
        {
            _server.Convars.Set(KeyConvar, apiKey);
        }

        _server.Convars.Set("sonoran_serverId", serverId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Announces a new 911 call to all resources, as push events do. metaData and identifiers default to Lua's empty table, which
    /// arrives as an empty list.
    /// </summary>
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

    /// <summary>Announces that a 911 call was closed, by whomever.</summary>
    public void CallRemoved(int callId) => Resource.TriggerEvent(Events + "CadCallRemoved", CallId(callId));

    public void Stop() => Resource.Stop();

    private static object?[] EmptyTable() => [];

    private object CallId(int callId) => CallIdsAsText ? callId.ToString(CultureInfo.InvariantCulture) : callId;
}
