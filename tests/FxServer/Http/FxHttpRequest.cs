using System.Collections.Generic;

namespace FxServer;

/// <summary>A request as a resource passed it to the server.</summary>
public sealed class FxHttpRequest
{
    public FxHttpRequest(int token, string url, string method, string data, IReadOnlyDictionary<string, string> headers, bool follows)
    {
        Token = token;
        Url = url;
        Method = method;
        Data = data;
        Headers = headers;
        FollowsRedirects = follows;
    }

    /// <summary>Returned by the native and passed to the response event.</summary>
    public int Token { get; }

    public string Url { get; }

    public string Method { get; }

    /// <summary>The body; empty for none.</summary>
    public string Data { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public bool FollowsRedirects { get; }
}
