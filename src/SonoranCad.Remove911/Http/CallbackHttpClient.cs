namespace SonoranCad.Remove911.Http;

/// <summary>Sends requests. Each gets one response in a later tick: the one that arrived, NotSent or TimedOut.</summary>
internal sealed class CallbackHttpClient(IHttpTransport transport, IClock clock, ExceptionGuard guard, ILog log) : ITickable
{
    private readonly Dictionary<int, InFlightRequest> _inFlight = new();

    // All requests have the same timeout, so the first one sent is the first one overdue.
    private readonly Queue<InFlightRequest> _bySendTime = new();
    private readonly Queue<InFlightRequest> _completed = new();

    /// <summary>After this the response is lost: the server's own HTTP client gives up after 5 s without a byte.</summary>
    public static TimeSpan ResponseTimeout { get; } = TimeSpan.FromSeconds(10);

    public TickBudget? Budget { get; init; }
    public bool NeedsTick => _bySendTime.Count > 0 || _completed.Count > 0;

    /// <summary>Sends a request; <paramref name="callback"/> runs once, in a later tick.</summary>
    /// <returns>The server's token; -1 if the request was not sent.</returns>
    public int Send(HttpRequest request, Action<HttpResponse> callback)
    {
        var token = -1;
        try
        {
            token = transport.Send(request);
        }
        catch (Exception e)
        {
            // A native threw. The log redacts secrets in the exception.
            log.Write(LogLevel.Error, new Phrase("log.send_failed").With("details", e.ToString()));
        }

        var inFlight = new InFlightRequest(token, callback, clock.Elapsed);
        _inFlight[token] = inFlight;
        if (token < 0)
            TryComplete(token, HttpResponse.NotSent);
        else
            _bySendTime.Enqueue(inFlight);

        return token;
    }

    /// <summary>Keeps a response for the next tick; false if no request awaits it, such as a second response to one.</summary>
    public bool TryComplete(int token, HttpResponse response)
    {
        if (!_inFlight.TryGetValue(token, out var inFlight))
            return false;

        _inFlight.Remove(token);
        inFlight.Response = response;
        _completed.Enqueue(inFlight);
        return true;
    }

    public void Tick(TimeSpan now)
    {
        while (_bySendTime.Count > 0 && _bySendTime.Peek().IsFinished(now))
        {
            var inFlight = _bySendTime.Dequeue();
            if (inFlight.Response is null)
                TryComplete(inFlight.Token, HttpResponse.TimedOut);
        }

        // Only those completed so far: a callback may send again, and that may complete at once.
        var hasTime = true;
        for (var remaining = _completed.Count; hasTime && remaining > 0; remaining--)
        {
            var inFlight = _completed.Dequeue();
            guard.Run("response", () => inFlight.Callback(inFlight.Response!));
            hasTime = Budget?.IsSpent != true;
        }
    }

    private sealed record InFlightRequest(int Token, Action<HttpResponse> Callback, TimeSpan SentAt)
    {
        public HttpResponse? Response { get; set; }

        public bool IsFinished(TimeSpan now) => Response is not null || now - SentAt >= ResponseTimeout;
    }
}

/// <summary>The server's own HTTP client.</summary>
internal interface IHttpTransport
{
    /// <summary>Hands a request to the server and returns at once. The response comes later, by an event, or never.</summary>
    /// <returns>The token that the response will carry, from 0; -1 if the request was not sent.</returns>
    int Send(HttpRequest request);
}
