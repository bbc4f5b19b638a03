using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.Http;

/// <summary>
/// HTTP requests that are no removals (the list of open calls, the account's version, a webhook): each is sent once and
/// gets one answer, the CAD's or <see cref="HttpResponse.Lost"/>. Limits and second tries are the asker's.
/// </summary>
internal sealed class CallbackHttpClient : ITickable, IHttpResponseHandler
{
    private readonly IHttpTransport _http;
    private readonly ITickSwitch _tick;
    private readonly IClock _clock;
    private readonly Dictionary<int, Inquiry> _open = new();
    private int _unsent;

    public CallbackHttpClient(IHttpTransport http, ITickSwitch tick, IClock clock)
    {
        _http = http;
        _tick = tick;
        _clock = clock;
    }

    public bool NeedsTick => _open.Count > 0;

    /// <summary>Sends a request; <paramref name="answered"/> is called once, from a later tick.</summary>
    public void Ask(HttpRequest request, Action<HttpResponse> answered)
    {
        var inquiry = new Inquiry(answered, _clock.Elapsed);
        var token = _http.Send(request);
        if (token < 0)
        {
            token = --_unsent;
            inquiry.Answer = HttpResponse.NotSent;
        }

        _open[token] = inquiry;
        _tick.On();
    }

    public bool TryComplete(int token, HttpResponse answer)
    {
        if (!_open.TryGetValue(token, out var inquiry) || inquiry.Answer is not null)
        {
            return false;
        }

        inquiry.Answer = answer;
        return true;
    }

    public void Tick(TimeSpan now)
    {
        // The loop in a method of its own: what its lambda closes over would cost each tick otherwise, idle or not.
        if (_open.Count > 0)
        {
            Settle(now);
        }
    }

    private void Settle(TimeSpan now)
    {
        foreach (var pair in _open.Where(pair => pair.Value.IsOver(now)).ToList())
        {
            // Out first: what is called may throw, or ask again.
            _open.Remove(pair.Key);
            pair.Value.Answered(pair.Value.Answer ?? HttpResponse.Lost);
        }
    }

    private sealed class Inquiry
    {
        private readonly TimeSpan _sentAt;

        public Inquiry(Action<HttpResponse> answered, TimeSpan sentAt)
        {
            Answered = answered;
            _sentAt = sentAt;
        }

        public Action<HttpResponse> Answered { get; }

        public HttpResponse? Answer { get; set; }

        public bool IsOver(TimeSpan now) => Answer is not null || now - _sentAt >= DeliveryOptions.AnswerTimeout;
    }
}
