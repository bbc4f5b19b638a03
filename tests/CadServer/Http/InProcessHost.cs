using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CadServer.Http;

/// <summary>A stand-in's host on an <see cref="InProcessNetwork"/>.</summary>
internal sealed class InProcessHost : IWebHost
{
    private readonly InProcessNetwork _network;
    private readonly RequestHandler _handler;

    public InProcessHost(InProcessNetwork network, Uri url, RequestHandler handler)
    {
        _network = network;
        _handler = handler;
        Url = url;
    }

    public Uri Url { get; }

    public bool IsListening { get; private set; } = true;

    public InProcessExchange Receive(string method, Uri url, IEnumerable<KeyValuePair<string, string>> headers, byte[] body)
    {
        var values = headers.ToDictionary(
            header => header.Key, IReadOnlyList<string> (header) => [header.Value], StringComparer.OrdinalIgnoreCase);
        var request = _handler.Log.Add(method, Uri.UnescapeDataString(url.AbsolutePath), url.Query, values, body);
        var (answer, fault) = _handler.Handle(request);
        return new InProcessExchange(this, request, answer, fault);
    }

    public void Dispose()
    {
        IsListening = false;
        _network.Close(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
