using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FxServer;

/// <summary>
/// The vendor's FiveM resource: its convars, its cache of the open 911 calls, and the push events that it passes on. Its poll of
/// the CAD's list only adds to the cache; only push events remove from it.
/// </summary>
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
    private readonly SortedDictionary<int, object> _cache = new SortedDictionary<int, object>();

    /// <summary>Starts the resource.</summary>
    /// <param name="server">Throws if the resource is already running there.</param>
    /// <param name="version">The version in its manifest; null for none.</param>
    /// <param name="isConfigurationExecuted">
    /// False for a plain <c>ensure sonorancad</c>, which leaves the key's convar unset.
    /// </param>
    public SonoranCadResource(GameServer server, string? version = CurrentVersion, bool isConfigurationExecuted = true)
    {
        _server = server ?? throw new ArgumentNullException(nameof(server));
        ReturnCache = CacheAsLuaTable;
        if (isConfigurationExecuted)
        {
            ExecuteConfiguration(server);
        }

        Resource = server.AddResource(ResourceName, Manifest.OfVersion(version));
        Resource.Export("GetEmergencyCache", _ =>
        {
            CacheReads++;
            return ReturnCache();
        });
    }

    /// <summary>The resource itself, for its exports and anything else a test needs.</summary>
    public OtherResource Resource { get; }

    /// <summary>Whether push events arrive from the CAD. A silent websocket passes none on, and says nothing of it.</summary>
    public bool HasPushEvents { get; set; } = true;

    /// <summary>The function behind the export <c>GetEmergencyCache</c>. Default: returns the cache.</summary>
    public Func<object?> ReturnCache { get; set; }

    /// <summary>How often the export was called.</summary>
    public int CacheReads { get; private set; }

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

    /// <summary>A call as the CAD's list has it.</summary>
    /// <param name="callId">The id.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="location">The location.</param>
    /// <param name="updated">When it last changed, in ISO 8601; null if the list has no times.</param>
    /// <param name="isEmergency">False for a civil call.</param>
    public static Dictionary<string, object?> ListedCall(
        int callId, string caller = "Jane Doe", string location = "Innocence Blvd", string? updated = null, bool isEmergency = true)
    {
        var call = new Dictionary<string, object?>
        {
            ["callId"] = callId,
            ["isEmergency"] = isEmergency,
            ["caller"] = caller,
            ["location"] = location,
            ["description"] = "Shots fired",
            ["metaData"] = EmptyTable(),
        };
        if (updated is not null)
        {
            call["updated"] = updated;
        }

        return call;
    }

    /// <summary>Adds the calls of the CAD's list to the cache, as the poll does every minute.</summary>
    public void Poll(params Dictionary<string, object?>[] listed)
    {
        foreach (var call in listed ?? throw new ArgumentNullException(nameof(listed)))
        {
            _cache[(int)call["callId"]!] = call;
        }

        Resource.TriggerEvent(Events + "EmergencyCacheUpdated");
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
        if (!HasPushEvents)
        {
            return;
        }

        var call = new Dictionary<string, object?>
        {
            ["callId"] = CallId(callId),
            ["caller"] = caller,
            ["location"] = location,
            ["description"] = description,
        };
        _cache[callId] = call;
        Resource.TriggerEvent(Events + "IncomingCadCall", call, metaData ?? EmptyTable(), identifiers ?? EmptyTable());
        Resource.TriggerEvent(Events + "EmergencyCacheUpdated");
    }

    /// <summary>Announces that a 911 call was closed, by whomever.</summary>
    public void CallRemoved(int callId)
    {
        if (HasPushEvents)
        {
            _cache.Remove(callId);
            Resource.TriggerEvent(Events + "CadCallRemoved", CallId(callId));
            Resource.TriggerEvent(Events + "EmergencyCacheUpdated");
        }
    }

    public void Stop() => Resource.Stop();

    private static object?[] EmptyTable() => [];

    // Lua sends a table as an array if its keys are 1, 2, 3 and so on.
    private object CacheAsLuaTable() => _cache.Keys.SequenceEqual(Enumerable.Range(1, _cache.Count)) ? _cache.Values.ToArray() : _cache;

    private object CallId(int callId) => CallIdsAsText ? callId.ToString(CultureInfo.InvariantCulture) : callId;
}
