using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// A stand-in for the web service Sonoran CAD, on the loopback interface or without a socket: the requests that clear a 911 call, their
/// neighbours, and everything that can go wrong with them. All members are safe while requests come in.
/// </summary>
public sealed class Cad : IAsyncDisposable, IDisposable
{
    private readonly CommunityRegister _communities = new();
    private readonly TimeProvider _clock;
    private readonly RequestLog _log;
    private readonly IWebHost _host;
    private CadFault _retiredAnswer = CadFault.BackendServiceReached();

    private Cad(TimeProvider clock, Func<RequestHandler, IWebHost> listen)
    {
        _clock = clock;
        _log = new RequestLog(clock);
        Limits.Clock = clock;
        _host = listen(new RequestHandler(_log, Faults, new Router(this, _communities).Handle));
    }

    /// <summary>Where it listens: http://127.0.0.1:port.</summary>
    public Uri Url => _host.Url;

    /// <summary>Every request in order of arrival, as of now.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Snapshot();

    public CadFaults Faults { get; } = new();

    public CadLimits Limits { get; } = new();

    /// <summary>v1's POST /emergency with the type REMOVE_911.</summary>
    public bool UntypedEmergencyRoute { get; set; } = true;

    /// <summary>v1's POST /emergency/remove_911.</summary>
    public bool TypedEmergencyRoute { get; set; } = true;

    /// <summary>v1's POST /emergency/get_calls and /general/get_version.</summary>
    public bool V1QueryRoutes { get; set; } = true;

    /// <summary>All of v2.</summary>
    public bool V2Routes { get; set; } = true;

    /// <summary>What a route that is off answers; as an unknown URL does, unless set.</summary>
    /// <exception cref="ArgumentException">The fault has no answer of its own, as with slow and drop.</exception>
    public CadFault RetiredRouteResponse
    {
        get => _retiredAnswer;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _retiredAnswer = value.Response is null ? throw new ArgumentException($"{value} is no answer", nameof(value)) : value;
        }
    }

    /// <summary>
    /// Whether v1 refuses a whole batch with 400 CALL NOT FOUND for one call that isn't open; by default such a call
    /// counts as success, there being nothing to remove.
    /// </summary>
    public bool UnknownCallIs400 { get; set; }

    /// <summary>Whether v1 names the plan that a request needs (VERSION … REQUIRED), in place of API IS NOT ENABLED.</summary>
    public bool NamesRequiredPlan { get; set; }

    /// <summary>Empties <see cref="Requests"/>, for runs so long that the record itself would fill the memory.</summary>
    public void ClearRequests() => _log.Clear();

    /// <param name="port">0 for any free one.</param>
    public static Cad Start(int port = 0) => new(TimeProvider.System, handler => LoopbackServer.Start(port, handler));

    /// <summary>Listens without a socket, and lives in the network's time.</summary>
    public static Cad Start(InProcessNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new Cad(network.Clock, network.Listen);
    }

    /// <exception cref="ArgumentException">Its id or its key is taken: v1 goes by the one, v2 by the other.</exception>
    public CadCommunity AddCommunity(string id, string apiKey) => _communities.Add(id, apiKey);

    /// <param name="community">Whose call it is.</param>
    /// <param name="callId">Its number.</param>
    /// <param name="serverId">One of the community's.</param>
    /// <param name="caller">Who called.</param>
    /// <param name="location">From where.</param>
    /// <param name="description">What for.</param>
    /// <param name="updated">When it was last touched; now, unless given.</param>
    /// <param name="metaData">What whoever opened it put there; nothing unless given.</param>
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

    /// <summary>A dispatcher removes the call on the CAD's web page: it is gone, and no request had asked for it.</summary>
    /// <exception cref="ArgumentException">The call is not open.</exception>
    public CadCall Remove(CadCommunity community, int callId, int serverId = 1) =>
        _communities.Calls(community).Remove(new CallKey(serverId, callId))
        ?? throw new ArgumentException($"call {callId} is not open on server {serverId}", nameof(callId));

    /// <summary>The calls on the board, oldest first, as of now.</summary>
    public IReadOnlyList<CadCall> OpenCalls(CadCommunity community) => _communities.Calls(community).Open();

    /// <summary>The calls that requests cleared, in that order, as of now; not those that a dispatcher removed.</summary>
    public IReadOnlyList<CadCall> ClearedCalls(CadCommunity community) => _communities.Calls(community).Cleared();

    /// <summary>Closes every connection, also those whose answer is still to come; a second time does nothing.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => _host.Dispose();
}
