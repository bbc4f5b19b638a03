namespace SonoranCad.Remove911.Http;

/// <summary>Sends HTTP requests and waits for their answers.</summary>
internal interface IHttpResponseHandler
{
    /// <summary>Notes an answer for the next tick; false where nobody here waits for <paramref name="token"/>.</summary>
    bool TryComplete(int token, HttpResponse response);
}
