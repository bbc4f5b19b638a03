using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// The CAD's REMOVE_911 request (API v1): one POST with all calls in its <c>data</c>. Source: the vendor's page
/// "Remove 911", and its advice to group updates of one kind into one request.
/// </summary>
internal sealed class V1RemovalEndpoint(string name, string path, string version, int batchSize, SecretRedactor secrets)
    : IRemovalEndpoint
{
    private readonly CadResponseReader _reader = new(ApiVersion.V1, secrets);

    public string Name { get; } = name;

    public ApiVersion ApiVersion => ApiVersion.V1;

    public int BatchSize { get; } = batchSize;

    /// <summary>The documented address, <c>/emergency</c>.</summary>
    public static V1RemovalEndpoint Documented(string version, int batchSize, SecretRedactor secrets) =>
        new("v1", "/emergency", version, batchSize, secrets);

    /// <summary>The address that includes the request's type, <c>/emergency/remove_911</c>, as in later documents.</summary>
    public static V1RemovalEndpoint Typed(string version, int batchSize, SecretRedactor secrets) =>
        new("v1-typed", "/emergency/remove_911", version, batchSize, secrets);

    public HttpRequest CreateRequest(CadAccount account, IReadOnlyList<int> callIds) =>
        V1Request.Create(account, path, "REMOVE_911", new JArray(callIds.Select(callId => Call(callId, account.ServerId))), version);

    public CadResult Read(HttpResponse response) => _reader.Read(response);

    private static JObject Call(int callId, int? serverId)
    {
        var call = new JObject { ["callId"] = callId };
        if (serverId.HasValue)
        {
            call["serverId"] = serverId.Value;
        }

        return call;
    }
}
