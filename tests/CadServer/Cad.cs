using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// A stand-in for the web service Sonoran CAD, on the loopback interface or without a socket: the endpoints that clear 911
/// calls, those around them, and everything that can go wrong. All members are thread-safe.
/// </summary>
public sealed class Cad : IAsyncDisposable, IDisposable
{
    private readonly CommunityRegister _communities = new();
    private readonly TimeProvider _clock;
    private readonly RequestLog _log;
    private readonly IWebHost _host;
    private CadFault _retiredRouteResponse = CadFault.BackendServiceReached();

    private Cad(TimeProvider clock, Func<RequestHandler, IWebHost> listen)
    {
        _clock = clock;
        _log = new RequestLog(clock);
        Limits.Clock = clock;
        _host = listen(new RequestHandler(_log, Faults, new Router(this, _communities).Handle));
    }

    /// <summary>The base URL: http://127.0.0.1:port.</summary>
    public Uri Url => _host.Url;

    /// <summary>A snapshot of all requests, in order of arrival.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Snapshot();

    public CadFaults Faults { get; } = new();

    public CadLimits Limits { get; } = new();

    /// <summary>Enables v1's POST /emergency with the type REMOVE_911.</summary>
    public bool UntypedEmergencyRoute { get; set; } = true;

    /// <summary>Enables v1's POST /emergency/remove_911.</summary>
    public bool TypedEmergencyRoute { get; set; } = true;

    /// <summary>Enables v1's POST /emergency/get_calls and /general/get_version.</summary>
    public bool V1QueryRoutes { get; set; } = true;

    /// <summary>Enables all of v2.</summary>
    public bool V2Routes { get; set; } = true;

    /// <summary>The response of a disabled route. Default: that of an unknown URL.</summary>
    /// <exception cref="ArgumentException">The fault has no response of its own, such as slow and drop.</exception>
    public CadFault RetiredRouteResponse
    {
        get => _retiredRouteResponse;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _retiredRouteResponse = value.Response is null ? throw new ArgumentException($"{value} has no response of its own", nameof(value)) : value;
        }
    }

    /// <summary>
    /// If true, one call that isn't open makes v1 refuse the whole batch with 400 CALL NOT FOUND. By default such a call counts
    /// as success.
    /// </summary>
    public bool UnknownCallIs400 { get; set; }

    /// <summary>
    /// If true, v1 names the plan that a request needs (VERSION … REQUIRED) instead of saying API IS NOT ENABLED.
    /// </summary>
    public bool NamesRequiredPlan { get; set; }

    /// <summary>Empties <see cref="Requests"/> during runs whose record would otherwise fill the memory.</summary>
    public void ClearRequests() => _log.Clear();

    /// <param name="port">0 for any free port.</param>
    public static Cad Start(int port = 0) => new(TimeProvider.System, handler => LoopbackServer.Start(port, handler));

    /// <summary>Listens without a socket and uses the network's clock.</summary>
    public static Cad Start(InProcessNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new Cad(network.Clock, network.Listen);
    }

    /// <exception cref="ArgumentException">
    /// The id or the key is in use: v1 identifies a community by its id, v2 by its key.
    /// </exception>
    public CadCommunity AddCommunity(string id, string apiKey) => _communities.Add(id, apiKey);

    /// <summary>Opens a 911 call, last updated now unless given.</summary>
    /// <exception cref="ArgumentException">The call is open already, or the community has no such server.</exception>
    public CadCall Open(
        CadCommunity community,
        int callId,
        int serverId = 1,
        string caller = "Jane Doe",
        string location = "Innocence Blvd",
        string description = "Shots fired",
        DateTimeOffset? updated = null,
        IReadOnlyDictionary<string, string>? metaData = null)
    {
        var calls = _communities.Calls(community);
        if (!community.Servers.Contains(serverId))
        {
            throw new ArgumentException($"the community has no server {serverId}", nameof(serverId));
        }

        var call = new CadCall(callId, serverId, caller, location, description, updated ?? _clock.GetUtcNow());
        call.MetaData = metaData ?? call.MetaData;
        calls.Add(call);
        return call;
    }

    /// <summary>Removes a call as a dispatcher does on the CAD's web page, without any request.</summary>
    /// <exception cref="ArgumentException">The call is not open.</exception>
    public CadCall Remove(CadCommunity community, int callId, int serverId = 1) =>
        _communities.Calls(community).Remove(new CallKey(serverId, callId))
        ?? throw new ArgumentException($"call {callId} is not open on server {serverId}", nameof(callId));

    /// <summary>A snapshot of the open calls, oldest first.</summary>
    public IReadOnlyList<CadCall> OpenCalls(CadCommunity community) => _communities.Calls(community).Open();

    /// <summary>
    /// A snapshot of the calls that requests cleared, in that order. Calls that a dispatcher removed are not included.
    /// </summary>
    public IReadOnlyList<CadCall> ClearedCalls(CadCommunity community) => _communities.Calls(community).Cleared();

    /// <summary>Closes every connection, including those that still wait for a response. A second call does nothing.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => _host.Dispose();
}
