using System;
using System.Collections.Generic;
using CadServer;
using FxServer;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>
/// Carries the server's requests to stand-ins without a socket, in virtual time: what SocketTransport does over a loopback
/// connection, and TransportTests compares the two.
/// </summary>
internal sealed class VirtualTransport : IFxHttpTransport
{
    private readonly VirtualTime _time;
    private readonly InProcessNetwork _network;

    // Connections that may be used again, by host and port.
    private readonly Dictionary<string, int> _idle = [];

    public VirtualTransport(VirtualTime time, InProcessNetwork network)
    {
        _time = time;
        _network = network;
    }

    /// <summary>One way. By default there and back is one tick, so that an answer comes in the next one.</summary>
    public TimeSpan Latency { get; set; } = VirtualTime.TickTime / 2;

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
