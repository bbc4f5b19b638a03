using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;

namespace SonoranCad.Remove911.Cad;

/// <summary>The list of calls of one generation of the CAD's API.</summary>
internal interface ICallListEndpoint
{
    /// <summary>The API's generation, 1 or 2.</summary>
    int ApiVersion { get; }

    HttpRequest CreateRequest(CadAccount account);

    /// <summary>Why an answer is no list; never throws.</summary>
    CadResult Read(HttpResponse response);
}
