namespace SonoranCad.Remove911.Http;

/// <summary>The server's own HTTP client.</summary>
internal interface IHttpTransport
{
    /// <summary>Hands a request to the server and returns at once. The response comes later, by an event, or never.</summary>
    /// <returns>The token that the response will carry, from 0; -1 if the request was not sent.</returns>
    int Send(HttpRequest request);
}
