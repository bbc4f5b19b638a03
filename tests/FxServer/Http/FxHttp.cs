using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace FxServer;

/// <summary>The server's own HTTP client: requests leave at once, their answers come as events in later ticks.</summary>
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

    /// <summary>How long a request waits for a byte, before the first and between any two. Default 5 s.</summary>
    public TimeSpan NoByteTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>While true nothing is sent, and the native returns -1. Default false.</summary>
    public bool RefuseToSend { get; set; }

    /// <summary>
    /// Whether connections are used again. Default true, as curl does: a connection that the other side closed meanwhile costs a
    /// second try of the same request, without anybody being told. False sends <c>Connection: close</c>.
    /// </summary>
    public bool ReuseConnections { get; set; } = true;

    /// <summary>Requests sent whose answer has not been handed to a resource, or dropped, yet.</summary>
    public int InFlight { get; private set; }

    /// <summary>Answers that came but are not handed over yet.</summary>
    public int PendingResponses => _responses.Count;

    /// <summary>The token of the next request; all resources share the counter, so others' requests move it on.</summary>
    public int NextToken { get; set; }

    /// <summary>All that was sent, oldest first.</summary>
    public IReadOnlyList<FxHttpRequest> Requests => _requests;

    /// <summary>Empties <see cref="Requests"/>, for runs so long that the record itself would fill the memory.</summary>
    public void ClearRequests() => _requests.Clear();

    /// <summary>While true, answers are kept back.</summary>
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

    /// <summary>Hands over what came. An answer for a run of a resource that is over goes nowhere.</summary>
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
