using System;
using System.Linq;
using System.Text.Json.Nodes;
using CadServer.Http;

namespace CadServer.V2;

/// <summary>v2: the key is a bearer token that identifies the community; errors are problem documents.</summary>
internal sealed class V2Endpoints
{
    private const string Scheme = "Bearer ";

    private readonly Cad _cad;
    private readonly CommunityRegister _communities;

    public V2Endpoints(Cad cad, CommunityRegister communities)
    {
        _cad = cad;
        _communities = communities;
    }

    public StubResponse Handle(ReceivedRequest request, V2Path path)
    {
        if (request.Header("Authorization") is not { } authorization
            || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Http.StubResponse.Problem(401, "An API key is required.");
        }

        if (_communities.ByKey(authorization[Scheme.Length..].Trim()) is not { } community)
        {
            return Http.StubResponse.Problem(401, "The API key is not valid.");
        }

        // The documentation has no status for it; 401 is the one for an unusable key.
        if (!community.ApiEnabled)
        {
            return Http.StubResponse.Problem(401, "The API is not enabled for this community.");
        }

        var most = path.Endpoint == V2Route.Calls ? _cad.Limits.V2List : _cad.Limits.V2;
        if (_cad.Limits.Acquire($"{path.Endpoint} {community.ApiKey}", most) is { } retryAfter)
        {
            return Http.StubResponse.Problem(429, "Too many requests.").WithRetryAfter(retryAfter);
        }

        if (path.Endpoint != V2Route.Version && !community.Servers.Contains(path.ServerId))
        {
            return Http.StubResponse.Problem(404, $"Server {path.ServerId} is not configured for this community.");
        }

        return path.Endpoint switch
        {
            V2Route.Remove911 => Remove911(community, path),
            V2Route.Calls => Http.StubResponse.Json(
                CallListJson.V2(community.Calls.Open().Where(call => call.ServerId == path.ServerId))),
            _ => Http.StubResponse.Json(new JsonObject { ["version"] = community.VersionNumber, ["name"] = community.PlanName }),
        };
    }

    private static StubResponse Remove911(CadCommunity community, V2Path path)
    {
        var unknown = community.Calls.Clear([new CallKey(path.ServerId, path.CallId)], allOrNone: true);
        return unknown.Count > 0
            ? Http.StubResponse.Problem(404, $"Call {path.CallId} was not found.")
            : Http.StubResponse.Json(new JsonObject { ["callId"] = path.CallId, ["serverId"] = path.ServerId });
    }
}
