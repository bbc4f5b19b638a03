using Newtonsoft.Json.Linq;

namespace SonoranCad.Remove911.Cad;

/// <summary>The list of calls of one version of the CAD's API.</summary>
internal sealed class CallListEndpoint(
    ApiVersion apiVersion, Func<CadAccount, HttpRequest> create, Func<HttpResponse, CadResult> read)
{
    public ApiVersion ApiVersion { get; } = apiVersion;

    /// <summary>The lists that the setting <c>api</c> allows, in the order in which they are tried.</summary>
    public static IReadOnlyList<CallListEndpoint> CreateAll(ApiMode mode, string version, SecretRedactor redactor) => mode switch
    {
        ApiMode.V1 => new[] { V1(version, redactor) },
        ApiMode.V2 => new[] { V2(version, redactor) },
        _ => new[] { V1(version, redactor), V2(version, redactor) },
    };

    public HttpRequest CreateRequest(CadAccount account) => create(account);

    /// <summary>Why a response is not a list; never throws.</summary>
    public CadResult Read(HttpResponse response) => read(response);

    // GET_CALLS, in the Plus plan. Source: the vendor's page "Get Calls". Unlike a removal, it always names a server.
    private static CallListEndpoint V1(string version, SecretRedactor redactor) => new(
        ApiVersion.V1,
        account => V1Request.Create(
            account, "/emergency/get_calls", "GET_CALLS", new JArray(new JObject { ["serverId"] = account.ServerIdOrDefault }), version),
        response => WithoutCall(new CadResponseReader(ApiVersion.V1, redactor).Read(response)));

    // In every plan, five times a minute. Source: the vendor's v2 documents. The response always includes closed calls, which
    // are useless here: the request asks for one, the documented minimum.
    private static CallListEndpoint V2(string version, SecretRedactor redactor)
    {
        var reader = new CadResponseReader(ApiVersion.V2, redactor);
        return new CallListEndpoint(
            ApiVersion.V2,
            account => new HttpRequest(
                FormattableString.Invariant($"{account.ApiUrl}/v2/emergency/servers/{account.ServerIdOrDefault}/calls?closedLimit=1"),
                "GET",
                string.Empty,
                V2Headers.Create(account, version)),
            response => WithoutCall(reader.Read(response)));
    }

    // The request names no call, so whatever the text says, it is the server that was not found.
    private static CadResult WithoutCall(CadResult result) => result.Kind == CadResultKind.CallNotFound
        ? CadResult.Failed(CadResultKind.Failed, CadErrors.ServerUnknown)
        : result;
}
