using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Http;

/// <summary>
/// Sends requests and keeps the one table of those in flight. Each gets exactly one response, from a later tick: the one
/// that arrived, <see cref="HttpResponse.NotSent"/> or <see cref="HttpResponse.TimedOut"/>. Limits and retries are the caller's.
/// </summary>
internal sealed class CallbackHttpClient(IHttpTransport transport, IClock clock, ExceptionGuard guard) : ITickable
{
    private readonly Dictionary<int, InFlightRequest> _inFlight = new();

    // All in flight have the same timeout, so the first to be sent is the first to be overdue.
    private readonly Queue<InFlightRequest> _bySendTime = new();
    private readonly Queue<InFlightRequest> _completed = new();

    /// <summary>
    /// How long a response is awaited. The server's own client gives up after 5 s without a byte, so later than this the
    /// response is lost.
    /// </summary>
    public static TimeSpan ResponseTimeout { get; } = TimeSpan.FromSeconds(10);

    public bool NeedsTick => _bySendTime.Count > 0 || _completed.Count > 0;

    /// <summary>Sends a request; <paramref name="callback"/> is called once, from a later tick.</summary>
    /// <returns>The server's token; -1 if the request was not sent.</returns>
    public int Send(HttpRequest request, Action<HttpResponse> callback)
    {
        var token = transport.Send(request);
        var inFlight = new InFlightRequest(token, callback, clock.Elapsed);
        if (token < 0)
        {
            Complete(inFlight, HttpResponse.NotSent);
        }
        else
        {
            _inFlight[token] = inFlight;
            _bySendTime.Enqueue(inFlight);
        }

        return token;
    }

    /// <summary>Notes a response for the next tick.</summary>
    /// <returns>Whether a request with this token awaited it; a second response to one request is ignored.</returns>
    public bool TryComplete(int token, HttpResponse response)
    {
        if (!_inFlight.TryGetValue(token, out var inFlight))
        {
            return false;
        }

        _inFlight.Remove(token);
        Complete(inFlight, response);
        return true;
    }

    public void Tick(TimeSpan now)
    {
        while (_bySendTime.Count > 0 && IsFinished(_bySendTime.Peek(), now))
        {
            var inFlight = _bySendTime.Dequeue();
            if (inFlight.Response is null)
            {
                _inFlight.Remove(inFlight.Token);
                Complete(inFlight, HttpResponse.TimedOut);
            }
        }

        // Only those noted so far: a callback may send again, and that may complete at once.
        for (var left = _completed.Count; left > 0; left--)
        {
            InvokeCallback(_completed.Dequeue());
        }
    }

    private static bool IsFinished(InFlightRequest inFlight, TimeSpan now) =>
        inFlight.Response is not null || now - inFlight.SentAt >= ResponseTimeout;

    private void Complete(InFlightRequest inFlight, HttpResponse response)
    {
        inFlight.Response = response;
        _completed.Enqueue(inFlight);
    }

    private void InvokeCallback(InFlightRequest inFlight)
    {
        try
        {
            inFlight.Callback(inFlight.Response!);
        }
        catch (Exception e)
        {
            guard.LogFault("response", e);
        }
    }

    private sealed class InFlightRequest(int token, Action<HttpResponse> callback, TimeSpan sentAt)
    {
        public int Token { get; } = token;

        public Action<HttpResponse> Callback { get; } = callback;

        public TimeSpan SentAt { get; } = sentAt;

        /// <summary>The response noted for the next tick, or null.</summary>
        public HttpResponse? Response { get; set; }
    }
}
