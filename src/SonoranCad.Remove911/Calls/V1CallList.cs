using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Calls;

/// <summary>API v1's GET_CALLS, of the Plus plan. Source: the vendor's page «Get Calls».</summary>
internal sealed class V1CallList : ICallList
{
    private readonly IReadOnlyDictionary<string, string> _headers;
    private readonly V1AnswerReader _reader;

    public V1CallList(string version, SecretFilter secrets)
    {
        _reader = new V1AnswerReader(secrets);
        _headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["User-Agent"] = "sonorancad-remove911/" + version,
        };
    }

    public int Generation => 1;

    public CadRequest Create(CadAccount account)
    {
        // Unlike a removal's, this request is documented with a server always; a community with one server has number 1.
        var server = new JObject { ["serverId"] = account.ServerId ?? 1 };
        var body = new JObject
        {
            ["id"] = account.CommunityId,
            ["key"] = account.ApiKey,
            ["type"] = "GET_CALLS",
            ["data"] = new JArray(server),
        };
        return new CadRequest(account.ApiUrl + "/emergency/get_calls", "POST", body.ToString(Formatting.None), _headers);
    }

    public CadVerdict Read(CadAnswer answer) => _reader.Read(answer);
}
