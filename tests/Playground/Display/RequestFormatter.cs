using System;
using System.Globalization;
using CadServer;
using Playground.Scene;

namespace Playground.Display;

/// <summary>A request and its answer as the CAD has them, in a line each.</summary>
internal static class RequestFormatter
{
    private const string Webhooks = "/api/webhooks/";

    /// <summary>Key and webhook are made up, but a screen is photographed before anyone thinks of that.</summary>
    public static string FormatRequest(ReceivedRequest request) =>
        $"→ {request.Method} {Path(request)}{request.Query} {request.Text}".Replace(World.ApiKey, "[key]", StringComparison.Ordinal).TrimEnd();

    public static string FormatResponse(ReceivedRequest request) => request.ResponseStatus switch
    {
        null => "← no answer yet",
        0 => "← no answer: the connection was closed",
        { } status when request.ResponseText.Length == 0 => $"← {Text(status)} without a body",
        { } status => $"← {Text(status)} {request.ResponseText}",
    };

    private static string Path(ReceivedRequest request) =>
        request.Path.StartsWith(Webhooks, StringComparison.Ordinal) ? Webhooks + "[secret]" : request.Path;

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
