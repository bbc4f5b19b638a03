using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace CadServer;

/// <summary>A request as it arrived, recorded before it is processed.</summary>
public sealed class ReceivedRequest
{
    private const int Unanswered = -1;

    private int _answered = Unanswered;
    private string _answerText = string.Empty;

    internal ReceivedRequest(
        TimeSpan at,
        string method,
        string path,
        string query,
        IReadOnlyDictionary<string, IReadOnlyList<string>> headers,
        byte[] body)
    {
        At = at;
        Method = method;
        Path = path;
        Query = query;
        Headers = headers;
        Body = body;
        Text = Encoding.UTF8.GetString(body);
    }

    /// <summary>When the whole request had arrived, since the stand-in started.</summary>
    public TimeSpan At { get; }

    public string Method { get; }

    /// <summary>The path, percent-decoded.</summary>
    public string Path { get; }

    /// <summary>The query as sent, with its question mark; empty if there was none.</summary>
    public string Query { get; }

    /// <summary>Every header with all its values. Names are case-insensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The body, byte for byte; incomplete if the client disconnected halfway.</summary>
    public byte[] Body { get; }

    /// <summary><see cref="Body"/> as UTF-8.</summary>
    public string Text { get; }

    /// <summary>The request's fault; null if there was none.</summary>
    public CadFault? Fault { get; internal set; }

    /// <summary>
    /// The status that was sent; 0 if the connection closed without a response; null until there is one. Set before the client
    /// can see the response.
    /// </summary>
    public int? ResponseStatus => Volatile.Read(ref _answered) is var status && status == Unanswered ? null : status;

    /// <summary>The body that was sent, as UTF-8; empty until there is one.</summary>
    public string ResponseText => Volatile.Read(ref _answerText);

    /// <summary>A header's values, joined as in HTTP; null if it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(", ", values) : null;

    public override string ToString() => $"{Method} {Path}{Query} -> {ResponseStatus?.ToString() ?? "…"}";

    internal void SetResponse(int status, byte[] body)
    {
        // Set the status last: a reader who sees it must find the text.
        Volatile.Write(ref _answerText, Encoding.UTF8.GetString(body));
        Volatile.Write(ref _answered, status);
    }

    internal void SetDropped() => Volatile.Write(ref _answered, 0);
}
