using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.Http;

/// <summary>
/// HTTP requests that are no removals (the list of open calls, the account's version, a webhook): each is sent once and
/// gets one answer, the CAD's or <see cref="HttpResponse.TimedOut"/>. Limits and second tries are the asker's.
/// </summary>
internal sealed class CallbackHttpClient : ITickable, IHttpResponseHandler
{
    private readonly IHttpTransport _transport;
    private readonly ITickSwitch _tick;
    private readonly IClock _clock;
    private readonly Dictionary<int, PendingRequest> _inFlight = new();
    private int _lastUnsentToken;

    public CallbackHttpClient(IHttpTransport transport, ITickSwitch tick, IClock clock)
    {
        _transport = transport;
        _tick = tick;
        _clock = clock;
    }

    public bool NeedsTick => _inFlight.Count > 0;

    /// <summary>Sends a request; <paramref name="callback"/> is called once, from a later tick.</summary>
    public void Send(HttpRequest request, Action<HttpResponse> callback)
    {
        var pending = new PendingRequest(callback, _clock.Elapsed);
        var token = _transport.Send(request);
        if (token < 0)
        {
            token = --_lastUnsentToken;
            pending.Response = HttpResponse.NotSent;
        }

        _inFlight[token] = pending;
        _tick.On();
    }

    public bool TryComplete(int token, HttpResponse response)
    {
        if (!_inFlight.TryGetValue(token, out var pending) || pending.Response is not null)
        {
            return false;
        }

        pending.Response = response;
        return true;
    }

    public void Tick(TimeSpan now)
    {
        // The loop in a method of its own: what its lambda closes over would cost each tick otherwise, idle or not.
        if (_inFlight.Count > 0)
        {
            CompleteFinished(now);
        }
    }

    private void CompleteFinished(TimeSpan now)
    {
        foreach (var pair in _inFlight.Where(pair => pair.Value.IsComplete(now)).ToList())
        {
            // Out first: what is called may throw, or ask again.
            _inFlight.Remove(pair.Key);
            pair.Value.Callback(pair.Value.Response ?? HttpResponse.TimedOut);
        }
    }

    private sealed class PendingRequest
    {
        private readonly TimeSpan _sentAt;

        public PendingRequest(Action<HttpResponse> callback, TimeSpan sentAt)
        {
            Callback = callback;
            _sentAt = sentAt;
        }

        public Action<HttpResponse> Callback { get; }

        public HttpResponse? Response { get; set; }

        public bool IsComplete(TimeSpan now) => Response is not null || now - _sentAt >= DeliveryOptions.ResponseTimeout;
    }
}
