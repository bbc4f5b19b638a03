using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace CadServer;

/// <summary>A request as it arrived, kept before anything was made of it.</summary>
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

    /// <summary>When the whole request had arrived, counted from the start of the stand-in.</summary>
    public TimeSpan At { get; }

    public string Method { get; }

    /// <summary>The path, percent-decoded.</summary>
    public string Path { get; }

    /// <summary>The query with its question mark, as sent; empty if there was none.</summary>
    public string Query { get; }

    /// <summary>Every header with all its values; names compare without case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The body, byte for byte; at most a part of it if the client went away halfway.</summary>
    public byte[] Body { get; }

    /// <summary><see cref="Body"/> read as UTF-8.</summary>
    public string Text { get; }

    /// <summary>The fault that met the request; null if it was answered as it should be.</summary>
    public CadFault? Fault { get; internal set; }

    /// <summary>
    /// The status that went out; 0 if the connection was closed without an answer, by either side; null while the answer
    /// is being made. It is set before the client can see the answer.
    /// </summary>
    public int? ResponseStatus => Volatile.Read(ref _answered) is var status && status == Unanswered ? null : status;

    /// <summary>The body of the answer that went out, read as UTF-8; empty until there is one.</summary>
    public string ResponseText => Volatile.Read(ref _answerText);

    /// <summary>The values of a header joined as HTTP joins them; null if it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(", ", values) : null;

    public override string ToString() => $"{Method} {Path}{Query} -> {ResponseStatus?.ToString() ?? "…"}";

    internal void SetResponse(int status, byte[] body)
    {
        // The status comes last: who sees it finds the text there.
        Volatile.Write(ref _answerText, Encoding.UTF8.GetString(body));
        Volatile.Write(ref _answered, status);
    }

    internal void SetDropped() => Volatile.Write(ref _answered, 0);
}
