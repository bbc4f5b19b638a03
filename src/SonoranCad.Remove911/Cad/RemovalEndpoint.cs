namespace SonoranCad.Remove911.Cad;

/// <summary>One way to have the CAD remove calls.</summary>
internal sealed class RemovalEndpoint(string name, ApiVersion apiVersion, string path, int batchSize, ApiRequest requests, SecretRedactor secrets)
{
    /// <summary>Its name in the log and the store, which never changes: <c>v1</c>, <c>v1-typed</c>, <c>v2</c>.</summary>
    public string Name { get; } = name;

    public ApiVersion ApiVersion { get; } = apiVersion;
    public int BatchSize { get; } = batchSize;
    public CadResponseReader Reader { get; } = new(apiVersion, secrets);

    /// <summary>The endpoints that the setting <c>api</c> allows, in the order in which they are tried.</summary>
    public static IReadOnlyList<RemovalEndpoint> CreateAll(ApiMode mode, string version, int batchSize, SecretRedactor secrets)
    {
        var requests = new ApiRequest(version);

        // REMOVE_911: one POST with all calls in its data. Source: the vendor's page "Remove 911", and its advice to group
        // updates of one kind into one request. Later documents have the request's type in the address.
        RemovalEndpoint[] v1 =
        [
            new("v1", ApiVersion.V1, "/emergency", batchSize, requests, secrets),
            new("v1-typed", ApiVersion.V1, "/emergency/remove_911", batchSize, requests, secrets),
        ];

        // One DELETE per call. Source: the vendor's v2 documents.
        var v2 = new RemovalEndpoint("v2", ApiVersion.V2, "/emergency/servers/", batchSize: 1, requests, secrets);
        return mode switch
        {
            ApiMode.V1 => v1,
            ApiMode.V2 => [v2],
            _ => v1.Append(v2).ToList(),
        };
    }

    public HttpRequest CreateRequest(CadAccount account, IReadOnlyList<int> callIds) => ApiVersion == ApiVersion.V1
        ? requests.V1(account, path, "REMOVE_911", callIds.Select(callId => CreateCall(callId, account.ServerId)).ToArray())
        : requests.V2(account, "DELETE", FormattableString.Invariant($"{path}{account.ServerIdOrDefault}/calls/911/{callIds[0]}"));

    private static JObject CreateCall(int callId, int? serverId) =>
        serverId is { } server ? new JObject { ["callId"] = callId, ["serverId"] = server } : new JObject { ["callId"] = callId };
}
