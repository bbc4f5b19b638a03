using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <summary>The server's console, convars, resources with their exports, and local events.</summary>
internal sealed class CfxServer : IServerConsole, IConvars, IResourceStates, IResourceExports, ILocalEvents
{
    // No convar has this value, so as the default it tells an empty convar from one that can't be read.
    private const string Unreadable = "\u0001";

    // The overload with one string: the other one reads braces as placeholders.
    public void WriteLine(string line) => Debug.WriteLine(line);

    public string? Get(string name) => API.GetConvar(name, Unreadable) is { } value && value != Unreadable ? value : null;

    public string GetState(string resource) => API.GetResourceState(resource) ?? string.Empty;

    public string GetVersion(string resource) => API.GetResourceMetadata(resource, "version", 0) ?? string.Empty;

    // What the server's own dynamic exports do: the other resource hands over the function within the event.
    public Func<object?>? Find(string resource, string export)
    {
        CallbackDelegate? function = null;
        BaseScript.TriggerEvent($"__cfx_export_{resource}_{export}", new Action<object>(given => function = given as CallbackDelegate));
        return function is null ? null : () => function.Invoke();
    }

    public void Raise(string eventName, params object[] args) => BaseScript.TriggerEvent(eventName, args);
}
