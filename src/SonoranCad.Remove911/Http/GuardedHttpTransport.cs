using System;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Http;

/// <summary>
/// Makes of a native that throws a request that was not sent, and logs why; the log takes secrets out of whatever the
/// exception quotes.
/// </summary>
internal sealed class GuardedHttpTransport : IHttpTransport
{
    private readonly IHttpTransport _transport;
    private readonly ILog _log;

    public GuardedHttpTransport(IHttpTransport transport, ILog log)
    {
        _transport = transport;
        _log = log;
    }

    public int Send(HttpRequest request)
    {
        try
        {
            return _transport.Send(request);
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, new Phrase("log.send_failed").With("details", e.ToString()));
            return -1;
        }
    }
}
