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
    private readonly IHttpTransport _http;
    private readonly ILog _log;

    public GuardedHttpTransport(IHttpTransport http, ILog log)
    {
        _http = http;
        _log = log;
    }

    public int Send(HttpRequest request)
    {
        try
        {
            return _http.Send(request);
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, new Phrase("log.send_failed").With("details", e.ToString()));
            return -1;
        }
    }
}
