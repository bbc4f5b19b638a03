using CitizenFX.Core.Native;
using SonoranCad.Remove911.Commands;

namespace SonoranCad.Remove911.Cfx;

/// <summary>
/// Handles the exports for other resources. A client can raise the event behind an export or obtain its function. Only the
/// server knows which resource calls: if it names none, nothing is trusted, least of all the callback.
/// </summary>
internal sealed class ResourceExports(RequestGuard requestGuard, ResourceRequestHandler requests, StatusTable statusTable)
{
    public const string ClearName = "clear911";
    public const string StatusName = "status";

    /// <summary>Clears a call id or a list of them. The result goes to a callback, because a returned task would complete off the main thread.</summary>
    public void OnClear(object? callId, object? callback)
    {
        if (TryGetCaller(ClearName, out var resource))
            requests.Submit(resource, callId, callback);
    }

    /// <summary>The export <c>status</c>: the status table, or an empty one if the caller is not a resource.</summary>
    public object OnStatus() => TryGetCaller(StatusName, out _) ? statusTable.Read() : new Dictionary<string, object?>();

    private bool TryGetCaller(string export, out string resource)
    {
        resource = API.GetInvokingResource() ?? string.Empty;
        if (resource.Length > 0)
            return true;

        requestGuard.LogSuspicious("export " + export, new Phrase("log.export_of_nobody"));
        return false;
    }
}
