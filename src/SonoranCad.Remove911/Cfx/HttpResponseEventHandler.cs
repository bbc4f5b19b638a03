namespace SonoranCad.Remove911.Cfx;

/// <summary>Handles the server's HTTP responses. A client can fire this event too, so only an empty source counts.</summary>
internal sealed class HttpResponseEventHandler(CallbackHttpClient httpClient, RequestGuard requestGuard)
{
    public const string EventName = "__cfx_internal:httpResponse";

    /// <summary>Stores the response for the next tick, which reads it.</summary>
    public void OnResponse(string source, object? token, object? status, object? body, object? error)
    {
        if (!EventSource.IsServer(source))
            requestGuard.LogForgedEvent(source, new Phrase("log.forged_answer"));
        else if (TryToInt(token, out var number))
            httpClient.TryComplete(number, HttpResponse.From(TryToInt(status, out var code) ? code : 0, body as string, error as string));
    }

    // MessagePack decides in which type a number arrives.
    private static bool TryToInt(object? value, out int number)
    {
        var wide = value is int or byte or sbyte or short or ushort or uint or long or ulong or float or double
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : double.NaN;
        number = wide is >= int.MinValue and <= int.MaxValue ? (int)wide : 0;
        return number == wide;
    }
}
