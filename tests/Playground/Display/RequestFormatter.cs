using System;
using System.Globalization;
using CadServer;

namespace Playground.Display;

/// <summary>Formats a request and its response, one line each. The screen masks the secrets in them.</summary>
internal static class RequestFormatter
{
    private const string Webhooks = "/api/webhooks/";

    public static string FormatRequest(ReceivedRequest request) =>
        $"→ {request.Method} {Path(request)}{request.Query} {request.Text}".TrimEnd();

    public static string FormatResponse(ReceivedRequest request) => request.ResponseStatus switch
    {
        null => "← no response yet",
        0 => "← no response: the connection was closed",
        { } status when request.ResponseText.Length == 0 => $"← {Text(status)} without a body",
        { } status => $"← {Text(status)} {request.ResponseText}",
    };

    private static string Path(ReceivedRequest request) =>
        request.Path.StartsWith(Webhooks, StringComparison.Ordinal) ? Webhooks + "[secret]" : request.Path;

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
