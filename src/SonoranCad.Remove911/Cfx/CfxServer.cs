using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

internal sealed class CfxServer(PlayerList players) : IServerConsole, IConvars, IResourceStates, ILocalEvents, IClientEvents, IHttpTransport
{
    // No convar has this value, so as the default it tells an empty convar from one that can't be read.
    private const string Unreadable = "\u0001";

    // The overload with one string: the other one reads braces as placeholders.
    public void WriteLine(string line) => Debug.WriteLine(line);

    public string? Get(string name) => API.GetConvar(name, Unreadable) is { } value && value != Unreadable ? value : null;

    public string GetState(string resource) => API.GetResourceState(resource) ?? string.Empty;

    public string GetVersion(string resource) => API.GetResourceMetadata(resource, "version", 0) ?? string.Empty;

    public void Raise(string eventName, params object[] args) => BaseScript.TriggerEvent(eventName, args);

    public void Send(int source, string eventName, params object[] args)
    {
        if (API.DoesPlayerExist(source.ToString(CultureInfo.InvariantCulture)))
        {
            players[source].TriggerEvent(eventName, args);
        }
    }

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
