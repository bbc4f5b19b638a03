using SonoranCad.Remove911.Cfx;

namespace SonoranCad.Remove911.Http;

/// <summary>The server's own HTTP client.</summary>
internal interface IHttpTransport
{
    /// <summary>
    /// Hands a request to the server and returns at once. Its answer comes later through the event that
    /// <see cref="HttpResponseEventHandler"/> listens to, or never.
    /// </summary>
    /// <returns>The token its answer will carry, from 0; -1 where the request was not sent.</returns>
    int Send(HttpRequest request);
}
