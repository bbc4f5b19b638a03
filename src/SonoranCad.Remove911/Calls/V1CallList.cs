using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Calls;

/// <summary>API v1's GET_CALLS, of the Plus plan. Source: the vendor's page «Get Calls».</summary>
internal sealed class V1CallList : ICallList
{
    private readonly string _version;
    private readonly V1AnswerReader _reader;

    public V1CallList(string version, SecretFilter secrets)
    {
        _version = version;
        _reader = new V1AnswerReader(secrets);
    }

    public int Generation => 1;

    // Unlike a removal's, this request is documented with a server always.
    public CadRequest Create(CadAccount account) => V1Query.Of(
        account, "/emergency/get_calls", "GET_CALLS", new JArray(new JObject { ["serverId"] = account.ServerNumber }), _version);

    public CadVerdict Read(CadAnswer answer) => _reader.Read(answer);
}
