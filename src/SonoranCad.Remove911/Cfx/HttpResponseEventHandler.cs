using System;
using System.Collections.Generic;
using System.Globalization;
using CitizenFX.Core;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Cfx;

/// <summary>Where the server hands over HTTP answers. A client can fire this event too: only an empty source counts.</summary>
internal sealed class HttpResponseEventHandler
{
    public const string EventName = "__cfx_internal:httpResponse";

    private readonly IReadOnlyList<IHttpResponseHandler> _handlers;
    private readonly RemovalService _removals;
    private readonly ExceptionGuard _guard;

    public HttpResponseEventHandler(IReadOnlyList<IHttpResponseHandler> handlers, RemovalService removals, ExceptionGuard guard)
    {
        _handlers = handlers;
        _removals = removals;
        _guard = guard;
    }

    /// <summary>The event's handler: it only notes the answer, the tick reads it.</summary>
    public void OnResponse([FromSource] string source, object token, object status, object body, object headers, object error)
    {
        try
        {
            if (!EventSource.IsServer(source))
            {
                _removals.LogSuspicious("source " + TextSanitizer.Clean(source, TextSanitizer.MaxNameLength), new Phrase("log.forged_answer"));
            }
            else if (TryToInt(token, out var number))
            {
                Complete(number, HttpResponse.From(TryToInt(status, out var code) ? code : 0, body as string, error as string));
            }
        }
        catch (Exception e)
        {
            _guard.LogFault(EventName, e);
        }
    }

    private void Complete(int token, HttpResponse response)
    {
        foreach (var handler in _handlers)
        {
            if (handler.TryComplete(token, response))
            {
                return;
            }
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
