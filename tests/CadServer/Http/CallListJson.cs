using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace CadServer.Http;

/// <summary>
/// The three lists of calls. 911 calls are in the emergency list; the other two hold dispatchers' calls and are empty here.
/// </summary>
internal static class CallListJson
{
    public static JsonObject V1(IEnumerable<CadCall> calls) => new()
    {
        ["activeCalls"] = new JsonArray(),
        ["emergencyCalls"] = new JsonArray([.. calls.Select(Call)]),
        ["closedCalls"] = new JsonArray(),
    };

    public static JsonObject V2(IEnumerable<CadCall> calls) => new()
    {
        ["ActiveCalls"] = new JsonArray(),
        ["EmergencyCalls"] = new JsonArray([.. calls.Select(Updated)]),
        ["ClosedCalls"] = new JsonArray(),
    };

    private static JsonObject Call(CadCall call) => new()
    {
        ["callId"] = call.CallId,
        ["isEmergency"] = call.IsEmergency,
        ["caller"] = call.Caller,
        ["location"] = call.Location,
        ["description"] = call.Description,
        ["metaData"] = new JsonObject(call.MetaData.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    private static JsonObject Updated(CadCall call)
    {
        var json = Call(call);
        json["updated"] = call.Updated.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return json;
    }
}
