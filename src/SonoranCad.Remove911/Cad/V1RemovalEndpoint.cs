using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// The CAD's REMOVE_911 request (API v1): one POST with all calls in its <c>data</c>. Source: the vendor's page
/// «Remove 911», and its advice to group updates of one kind into one request.
/// </summary>
internal sealed class V1RemovalEndpoint : IRemovalEndpoint
{
    private readonly string _path;
    private readonly IReadOnlyDictionary<string, string> _headers;
    private readonly V1ResponseReader _reader;

    private V1RemovalEndpoint(string name, string path, string version, int batchSize, SecretRedactor secrets)
    {
        Name = name;
        BatchSize = batchSize;
        _path = path;
        _reader = new V1ResponseReader(secrets);
        _headers = JsonHeaders.Create(version);
    }

    public string Name { get; }

    public ApiVersion ApiVersion => ApiVersion.V1;

    public int BatchSize { get; }

    /// <summary>The documented address, <c>/emergency</c>.</summary>
    public static V1RemovalEndpoint Documented(string version, int batchSize, SecretRedactor secrets) =>
        new("v1", "/emergency", version, batchSize, secrets);

    /// <summary>The address with the request's type in it, <c>/emergency/remove_911</c>, as later documents have it.</summary>
    public static V1RemovalEndpoint Typed(string version, int batchSize, SecretRedactor secrets) =>
        new("v1-typed", "/emergency/remove_911", version, batchSize, secrets);

    public HttpRequest CreateRequest(CadAccount account, IReadOnlyList<int> callIds) =>
        new(account.ApiUrl + _path, "POST", Body(account, callIds), _headers);

    public CadResult Read(HttpResponse response) => _reader.Read(response);

    private static string Body(CadAccount account, IReadOnlyList<int> callIds)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            json.WriteStartObject();
            WriteText(json, "id", account.CommunityId);
            WriteText(json, "key", account.ApiKey);
            WriteText(json, "type", "REMOVE_911");
            json.WritePropertyName("data");
            json.WriteStartArray();
            foreach (var callId in callIds)
            {
                WriteCall(json, callId, account.ServerId);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text.ToString();
    }

    private static void WriteText(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void WriteCall(JsonTextWriter json, int callId, int? serverId)
    {
        json.WriteStartObject();
        json.WritePropertyName("callId");
        json.WriteValue(callId);
        if (serverId.HasValue)
        {
            json.WritePropertyName("serverId");
            json.WriteValue(serverId.Value);
        }

        json.WriteEndObject();
    }
}
