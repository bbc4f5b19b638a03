using System;
using System.Collections.Generic;
using System.Threading;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// A loopback interface without sockets: stand-ins listen on it under made-up ports, and requests are calls. Nothing in it waits,
/// so whoever carries the requests plays the delays on a clock of its own.
/// </summary>
public sealed class InProcessNetwork
{
    private const int FirstPort = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, InProcessHost> _hosts = [];
    private int _lastPort = FirstPort;

    /// <param name="clock">Times the requests, and the limits unless they are given another.</param>
    public InProcessNetwork(TimeProvider clock) => Clock = clock;

    public TimeProvider Clock { get; }

    /// <summary>A request arrives where it is addressed.</summary>
    /// <param name="method">In capitals.</param>
    /// <param name="url">With its query; the rest of it says who is meant.</param>
    /// <param name="headers">As HTTP would bring them, the content's too.</param>
    /// <param name="body">Empty for none.</param>
    /// <returns>What becomes of it; null if nobody listens there.</returns>
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
