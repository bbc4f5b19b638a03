using System;
using System.Globalization;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Receives the server's HTTP responses. A client can fire this event too: only an empty source counts.</summary>
internal sealed class HttpResponseEventHandler(CallbackHttpClient httpClient, RequestGuard requestGuard)
{
    public const string EventName = "__cfx_internal:httpResponse";

    /// <summary>The event's handler: it only notes the response, the tick reads it.</summary>
    public void OnResponse(string source, object? token, object? status, object? body, object? error)
    {
        if (!EventSource.IsServer(source))
        {
            requestGuard.LogSuspicious("source " + TextSanitizer.Clean(source, TextSanitizer.MaxNameLength), new Phrase("log.forged_answer"));
        }
        else if (TryToInt(token, out var number))
        {
            httpClient.TryComplete(number, HttpResponse.From(TryToInt(status, out var code) ? code : 0, body as string, error as string));
        }
    }

    // A number arrives as whatever type its packing gives.
    private static bool TryToInt(object? value, out int number)
    {
        number = 0;
        if (value is not (int or byte or sbyte or short or ushort or uint or long or ulong or float or double))
        {
            return false;
        }

        var wide = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (!(wide >= int.MinValue && wide <= int.MaxValue))
        {
            return false;
        }

        number = (int)wide;
        return number == wide;
    }
}
