namespace SonoranCad.Remove911.Http;

/// <summary>Logs the exception of a native, and treats the request as not sent. The log redacts secrets in the exception.</summary>
internal sealed class GuardedHttpTransport(IHttpTransport transport, ILog log) : IHttpTransport
{
    public int Send(HttpRequest request)
    {
        try
        {
            return transport.Send(request);
        }
        catch (Exception e)
        {
            log.Write(LogLevel.Error, new Phrase("log.send_failed").With("details", e.ToString()));
            return -1;
        }
    }
}
