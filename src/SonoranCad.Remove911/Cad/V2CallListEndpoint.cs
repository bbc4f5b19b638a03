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

    public int Generation => 2;

    // The closed calls come along in any case, and are of no use here: as few as the documents let one ask for.
    public HttpRequest Create(CadAccount account) => new(
        FormattableString.Invariant($"{account.ApiUrl}/v2/emergency/servers/{account.ServerNumber}/calls?closedLimit=1"),
        "GET",
        string.Empty,
        RequestHeaders.OfV2(account, _version));

    public CadResult Read(HttpResponse answer)
    {
        // No call is named, so what is not found is the server, whatever the words.
        var verdict = _reader.Read(answer);
        return verdict.Kind == CadResultKind.CallUnknown ? CadResult.Of(CadResultKind.Failed, CadErrors.ServerUnknown) : verdict;
    }
}
