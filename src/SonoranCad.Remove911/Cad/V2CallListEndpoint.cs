using System;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cad;

/// <summary>API v2's list of calls, in every plan, five times a minute. Source: the vendor's v2 documents.</summary>
internal sealed class V2CallListEndpoint : ICallListEndpoint
{
    private readonly string _version;
    private readonly V2ResponseReader _reader;

    public V2CallListEndpoint(string version, SecretRedactor secrets)
    {
        _version = version;
        _reader = new V2ResponseReader(secrets);
    }

    public int ApiVersion => 2;

    // The closed calls come along in any case, and are of no use here: as few as the documents let one ask for.
    public HttpRequest CreateRequest(CadAccount account) => new(
        FormattableString.Invariant($"{account.ApiUrl}/v2/emergency/servers/{account.ServerIdOrDefault}/calls?closedLimit=1"),
        "GET",
        string.Empty,
        RequestHeaders.ForV2(account, _version));

    public CadResult Read(HttpResponse response)
    {
        // No call is named, so what is not found is the server, whatever the words.
        var result = _reader.Read(response);
        return result.Kind == CadResultKind.CallNotFound ? CadResult.Failed(CadResultKind.Failed, CadErrors.ServerUnknown) : result;
    }
}
