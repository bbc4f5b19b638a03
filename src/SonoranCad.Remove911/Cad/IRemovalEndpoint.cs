namespace SonoranCad.Remove911.Cad;

/// <summary>One way to have the CAD remove calls.</summary>
internal interface IRemovalEndpoint
{
    /// <summary>Its name in the log and the store, which never changes: <c>v1</c>, <c>v1-typed</c>, <c>v2</c>.</summary>
    string Name { get; }

    ApiVersion ApiVersion { get; }

    /// <summary>The maximum number of calls in one request.</summary>
    int BatchSize { get; }

    HttpRequest CreateRequest(CadAccount account, IReadOnlyList<int> callIds);

    /// <summary>Reads any response; never throws.</summary>
    CadResult Read(HttpResponse response);
}
