using System;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Http;

/// <summary>
/// Treats a native that throws as a request that was not sent, and logs why. The log redacts any secret that the exception
/// quotes.
/// </summary>
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
