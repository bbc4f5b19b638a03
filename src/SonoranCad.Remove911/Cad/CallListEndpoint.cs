namespace SonoranCad.Remove911.Cad;

internal sealed class CallListEndpoint(ApiVersion apiVersion, string version, SecretRedactor redactor)
{
    private readonly ApiRequest _requests = new(version);
    private readonly CadResponseReader _reader = new(apiVersion, redactor);

    public ApiVersion ApiVersion { get; } = apiVersion;

    /// <summary>The lists that the setting <c>api</c> allows, in the order in which they are tried.</summary>
    public static IReadOnlyList<CallListEndpoint> CreateAll(ApiMode mode, string version, SecretRedactor redactor) => mode switch
    {
        ApiMode.V1 => [new(ApiVersion.V1, version, redactor)],
        ApiMode.V2 => [new(ApiVersion.V2, version, redactor)],
        _ => [new(ApiVersion.V1, version, redactor), new(ApiVersion.V2, version, redactor)],
    };

    // GET_CALLS needs the Plus plan; unlike a removal, it always names a server. v2's list works on every plan, five times a minute.
    // On v2 the request asks for 911 calls only, and for no closed ones. Source: the vendor's page "Get Calls" and its v2 documents.
    public HttpRequest CreateRequest(CadAccount account) => ApiVersion == ApiVersion.V1
        ? _requests.V1(account, "/emergency/get_calls", "GET_CALLS", new JObject { ["serverId"] = account.ServerIdOrDefault })
        : _requests.V2(account, "GET", FormattableString.Invariant($"/emergency/servers/{account.ServerIdOrDefault}/calls?type=1&closedLimit=0"));

    /// <summary>Why a response is not a list; never throws. The request names no call, so what was not found is the server.</summary>
    public CadResult Read(HttpResponse response) => _reader.Read(response) is { Kind: not CadResultKind.CallNotFound } result
        ? result
        : new CadResult(CadResultKind.Failed, CadErrors.ServerUnknown);
}
