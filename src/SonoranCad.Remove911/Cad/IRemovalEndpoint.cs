using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;

namespace SonoranCad.Remove911.Cad;

/// <summary>One way to have the CAD remove calls: how to ask, and how to read the answer.</summary>
internal interface IRemovalEndpoint
{
    /// <summary>A name for the log and the store, which never changes: <c>v1</c>, <c>v1-typed</c>, <c>v2</c>.</summary>
    string Name { get; }

    /// <summary>The API's generation, 1 or 2: endpoints of one generation share its limit.</summary>
    ApiVersion ApiVersion { get; }

    /// <summary>The most calls that one request can name.</summary>
    int BatchSize { get; }

    HttpRequest CreateRequest(CadAccount account, IReadOnlyList<int> callIds);

    /// <summary>Reads any answer; never throws.</summary>
    CadResult Read(HttpResponse response);
}
