using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Cad;

/// <summary>API v1's GET_CALLS, of the Plus plan. Source: the vendor's page «Get Calls».</summary>
internal sealed class V1CallListEndpoint : ICallListEndpoint
{
    private readonly string _version;
    private readonly V1ResponseReader _reader;

    public V1CallListEndpoint(string version, SecretRedactor secrets)
    {
        _version = version;
        _reader = new V1ResponseReader(secrets);
    }

    public int ApiVersion => 1;

    // Unlike a removal's, this request is documented with a server always.
    public HttpRequest CreateRequest(CadAccount account) => V1Request.Create(
        account, "/emergency/get_calls", "GET_CALLS", new JArray(new JObject { ["serverId"] = account.ServerIdOrDefault }), _version);

    public CadResult Read(HttpResponse response) => _reader.Read(response);
}
