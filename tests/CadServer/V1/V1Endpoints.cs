using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CadServer.Http;
using Microsoft.Net.Http.Headers;

namespace CadServer.V1;

/// <summary>v1: every request is a POST with the key in the body.</summary>
internal sealed class V1Endpoints
{
    private readonly Cad _cad;
    private readonly CommunityRegister _communities;

    public V1Endpoints(Cad cad, CommunityRegister communities)
    {
        _cad = cad;
        _communities = communities;
    }

    public StubResponse Remove911(ReceivedRequest request) => Checked(request, "REMOVE_911", CadPlan.Standard, (community, data) =>
    {
        var keys = new List<CallKey>();
        foreach (var item in data)
        {
            if (V1Items.Integer(item, "callId") is not { } callId)
            {
                return Refusal("INVALID CALL ID");
            }

            if (V1Items.Server(item, community, out var serverId) is { } refusal)
            {
                return Refusal(refusal);
            }

            keys.Add(new CallKey(serverId, callId));
        }

        var unknown = community.Calls.Clear(keys, allOrNone: _cad.UnknownCallIs400);
        return unknown.Count > 0 && _cad.UnknownCallIs400 ? Refusal("CALL NOT FOUND") : StubResponse.Text(200, "API ID(s) set!");
    });

    public StubResponse GetCalls(ReceivedRequest request) => Checked(request, "GET_CALLS", CadPlan.Plus, (community, data) =>
    {
        var servers = new HashSet<int>();
        foreach (var item in data)
        {
            if (V1Items.Server(item, community, out var serverId) is { } refusal)
            {
                return Refusal(refusal);
            }

            servers.Add(serverId);
        }

        return StubResponse.Json(CallListJson.V1(community.Calls.Open().Where(call => servers.Contains(call.ServerId))));
    });

    public StubResponse GetVersion(ReceivedRequest request) => Checked(
        request,
        "GET_VERSION",
        CadPlan.Free,
        // Only the first character is known to be the plan; the rest keeps a client from parsing the text as a number.
        (community, _) => StubResponse.Text(200, $"{community.VersionNumber} {community.PlanName}"));

    /// <summary>The checks that all of v1 shares, in the order in which the CAD's documentation lists their texts.</summary>
    private StubResponse Checked(ReceivedRequest request, string type, CadPlan least, Func<CadCommunity, IReadOnlyList<JsonElement>, StubResponse> act)
    {
        // The gateway counts before anybody reads the body, so it knows the path but not the key.
        if (_cad.Limits.Acquire(_cad.Limits.V1IsShared ? "v1" : request.Path, _cad.Limits.V1) is { } retryAfter)
        {
            return StubResponse.RateLimited(retryAfter);
        }

        if (!MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var media)
            || !media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return StubResponse.Text(415, "UNSUPPORTED MEDIA TYPE");
        }

        var body = V1Body.Read(request.Body, out var error);
        if (body is null)
        {
            return Refusal(error);
        }

        if (body.Type != type)
        {
            return Refusal("INVALID REQUEST TYPE");
        }

        return _communities.ById(body.Id) switch
        {
            null => Refusal("INVALID COMMUNITY ID"),
            { ApiEnabled: false } => Refusal("API IS NOT ENABLED FOR THIS COMMUNITY"),
            var community when community.Plan < least => Refusal(
                _cad.NamesRequiredPlan ? $"VERSION {least.ToString().ToUpperInvariant()} REQUIRED" : "API IS NOT ENABLED FOR THIS COMMUNITY"),
            var community when community.ApiKey != body.Key => Refusal("INVALID API KEY"),
            var community => act(community, body.Data),
        };
    }

    private static StubResponse Refusal(string text) => StubResponse.Text(400, text);
}
