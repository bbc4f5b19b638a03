using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace FxServer;

/// <summary>The server's HTTP client: requests are sent immediately, responses arrive as events in later ticks.</summary>
public sealed class FxHttp
{
    private const string ResponseEvent = "__cfx_internal:httpResponse";

    private readonly GameServer _server;
    private readonly IFxHttpTransport _transport;
    private readonly List<FxHttpRequest> _requests = new List<FxHttpRequest>();
    private readonly ConcurrentQueue<(ScriptRuntime Asker, int Token, FxHttpResponse Answer)> _responses =
        new ConcurrentQueue<(ScriptRuntime Asker, int Token, FxHttpResponse Answer)>();

    private bool _holds;

    internal FxHttp(GameServer server, IFxHttpTransport transport)
    {
        _server = server;
        _transport = transport;
    }

    /// <summary>The timeout for the first byte and between any two bytes. Default 5 s.</summary>
    public TimeSpan NoByteTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>If true, nothing is sent and the native returns -1. Default false.</summary>
    public bool RefuseToSend { get; set; }

    /// <summary>
    /// Whether connections are reused. Default true, like curl: if the other side has closed one meanwhile, the request is
    /// silently sent again. If false, requests have <c>Connection: close</c>.
    /// </summary>
    public bool ReuseConnections { get; set; } = true;

    /// <summary>Requests sent whose response has been neither delivered nor dropped yet.</summary>
    public int InFlight { get; private set; }

    /// <summary>Responses that have arrived but are not delivered yet.</summary>
    public int PendingResponses => _responses.Count;

    /// <summary>The token of the next request. All resources share the counter.</summary>
    public int NextToken { get; set; }

    /// <summary>All requests sent, oldest first.</summary>
    public IReadOnlyList<FxHttpRequest> Requests => _requests;

    /// <summary>Empties <see cref="Requests"/> during runs whose record would otherwise fill the memory.</summary>
    public void ClearRequests() => _requests.Clear();

    /// <summary>Holds responses back while true.</summary>
    public void HoldResponses(bool hold) => _holds = hold;

    internal int Send(ScriptRuntime asker, IDictionary<string, object?> map)
    {
        var url = Text(map, "url");
        if (RefuseToSend || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return -1;
        }

        var method = Text(map, "method");
        var request = new FxHttpRequest(
            NextToken++, url, method.Length > 0 ? method : "GET", Text(map, "data"), Headers(map), Value(map, "followLocation") is true);
        _requests.Add(request);
        InFlight++;
        _transport.Send(request, NoByteTimeout, ReuseConnections, answer => _responses.Enqueue((asker, request.Token, answer)));
        return request.Token;
    }

    /// <summary>Delivers the responses that have arrived. A response to an earlier run of a resource is dropped.</summary>
    internal void Deliver()
    {
        while (!_holds && _responses.TryDequeue(out var entry))
        {
            InFlight--;
            if (entry.Asker.IsAlive)
            {
                var answer = entry.Answer;
                var args = _server.Wire.Pack([entry.Token, answer.Status, answer.Body, answer.Headers, answer.Error], _server.Host);
                entry.Asker.Deliver(ResponseEvent, "", args, invoker: null);
            }
        }
    }

    private static object? Value(IDictionary<string, object?> map, string key) => map.TryGetValue(key, out var value) ? value : null;

    private static string Text(IDictionary<string, object?> map, string key) => Value(map, key) as string ?? "";

    private static Dictionary<string, string> Headers(IDictionary<string, object?> map) =>
        (Value(map, "headers") as IDictionary<string, object?> ?? new Dictionary<string, object?>())
            .ToDictionary(header => header.Key, header => header.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase);
}
