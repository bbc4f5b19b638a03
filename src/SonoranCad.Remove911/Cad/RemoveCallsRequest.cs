using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;

namespace SonoranCad.Remove911.Cad;

/// <summary>
/// Writes the CAD's REMOVE_911 request (API v1): one POST with all calls in its <c>data</c>. Source: the vendor's page
/// «Remove 911», and its advice to group updates of one kind into one request.
/// </summary>
internal sealed class RemoveCallsRequest
{
    private const string Path = "/emergency";

    private readonly IReadOnlyDictionary<string, string> _headers;

    /// <param name="version">This resource's version, told in the User-Agent.</param>
    public RemoveCallsRequest(string version)
    {
        _headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["User-Agent"] = "sonorancad-remove911/" + version,
        };
    }

    public CadRequest Create(CadAccount account, IReadOnlyList<int> callIds) =>
        new(account.ApiUrl + Path, "POST", Body(account, callIds), _headers);

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
