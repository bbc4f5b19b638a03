using System;
using System.Collections.Generic;
using FxServer;

namespace Benchmarks;

/// <summary>Holds every request until a test completes all of them at once.</summary>
internal sealed class HeldTransport : IFxHttpTransport
{
    private static readonly Dictionary<string, string> NoHeaders = new Dictionary<string, string>();

    private readonly List<Action<FxHttpResponse>> _waiting = new List<Action<FxHttpResponse>>();

    public int Sent { get; private set; }

    public void Clear() => Sent = 0;

    public void Send(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end)
    {
        Sent++;
        _waiting.Add(end);
    }

    public void AnswerAll(int status, string body)
    {
        foreach (var end in _waiting)
        {
            end(FxHttpResponse.Of(status, body, NoHeaders));
        }

        _waiting.Clear();
    }
}
