using System;
using System.Collections.Generic;
using System.Threading;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// A loopback interface without sockets: stand-ins listen on it under made-up ports, and requests are method calls. Nothing in
/// it waits; whoever carries the requests plays the delays on its own clock.
/// </summary>
public sealed class InProcessNetwork
{
    private const int FirstPort = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, InProcessHost> _hosts = [];
    private int _lastPort = FirstPort;

    /// <param name="clock">Times the requests and, by default, the rate limits.</param>
    public InProcessNetwork(TimeProvider clock) => Clock = clock;

    public TimeProvider Clock { get; }

    /// <summary>Delivers a request to the stand-in that its URL addresses.</summary>
    /// <param name="method">In capitals.</param>
    /// <param name="url">Absolute, with its query.</param>
    /// <param name="headers">Includes the content headers.</param>
    /// <param name="body">Empty for none.</param>
    /// <returns>The exchange, or null if nobody listens there.</returns>
    public InProcessExchange? Receive(string method, Uri url, IEnumerable<KeyValuePair<string, string>> headers, byte[] body)
    {
        ArgumentNullException.ThrowIfNull(url);
        InProcessHost? host;
        lock (_gate)
        {
            _hosts.TryGetValue(url.Authority, out host);
        }

        return host?.Receive(method, url, headers, body);
    }

    internal IWebHost Listen(RequestHandler handler)
    {
        lock (_gate)
        {
            var host = new InProcessHost(this, new Uri($"http://127.0.0.1:{++_lastPort}"), handler);
            _hosts.Add(host.Url.Authority, host);
            return host;
        }
    }

    internal void Close(InProcessHost host)
    {
        lock (_gate)
        {
            _hosts.Remove(host.Url.Authority);
        }
    }
}
