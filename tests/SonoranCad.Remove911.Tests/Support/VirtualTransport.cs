using System;
using System.Collections.Generic;
using CadServer;
using FxServer;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>
/// Carries the server's requests to stand-ins without a socket, in virtual time. TransportTests compares it with
/// SocketTransport.
/// </summary>
internal sealed class VirtualTransport : IFxHttpTransport
{
    private readonly VirtualTime _time;
    private readonly InProcessNetwork _network;

    // Reusable connections, by host and port.
    private readonly Dictionary<string, int> _idle = [];

    public VirtualTransport(VirtualTime time, InProcessNetwork network)
    {
        _time = time;
        _network = network;
    }

    /// <summary>One way. By default a round trip takes one tick, so that a response arrives in the next one.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromTicks(VirtualTime.TickTime.Ticks / 2);

    public void Send(FxHttpRequest request, TimeSpan noByteTimeout, bool keepAlive, Action<FxHttpResponse> end) =>
        new VirtualRequest(this, request, noByteTimeout, keepAlive, end).Start();

    public void After(TimeSpan time, Action action) => _time.After(time, action);

    public InProcessExchange? Receive(string method, Uri url, IEnumerable<KeyValuePair<string, string>> headers, byte[] body) =>
        _network.Receive(method, url, headers, body);

    public bool TryReuse(Uri url)
    {
        var isIdle = _idle.GetValueOrDefault(url.Authority) > 0;
        if (isIdle)
        {
            _idle[url.Authority]--;
        }

        return isIdle;
    }

    public void KeepAlive(Uri url) => _idle[url.Authority] = _idle.GetValueOrDefault(url.Authority) + 1;
}
