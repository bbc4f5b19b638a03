namespace SonoranCad.Remove911.Cad;

/// <summary>The CAD's API v2: one DELETE per call. Source: the vendor's v2 documents.</summary>
internal sealed class V2RemovalEndpoint(string version, SecretRedactor secrets) : IRemovalEndpoint
{
    private readonly CadResponseReader _reader = new(ApiVersion.V2, secrets);

    public string Name => "v2";

    public ApiVersion ApiVersion => ApiVersion.V2;

    public int BatchSize => 1;

    public HttpRequest CreateRequest(CadAccount account, IReadOnlyList<int> callIds) => new(
        FormattableString.Invariant($"{account.ApiUrl}/v2/emergency/servers/{account.ServerIdOrDefault}/calls/911/{callIds[0]}"),
        "DELETE",
        string.Empty,
        V2Headers.Create(account, version));

    public CadResult Read(HttpResponse response) => _reader.Read(response);
}
