using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <inheritdoc/>
internal sealed class CfxHttpTransport : IHttpTransport
{
    public int Send(HttpRequest request) => API.PerformHttpRequestInternalEx(new Dictionary<string, object>
    {
        ["url"] = request.Url,
        ["method"] = request.Method,
        ["data"] = request.Body,
        ["headers"] = request.Headers,

        // A redirect could carry the API key to another host.
        ["followLocation"] = false,
    });
}
