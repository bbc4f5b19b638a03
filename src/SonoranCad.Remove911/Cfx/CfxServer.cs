using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

internal sealed class CfxServer(PlayerList players)
    : IServerConsole, IConvars, IResourceStates, IResourceExports, ILocalEvents, IClientEvents, IHttpTransport, IPlayerDirectory
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

    public void Send(int source, string eventName, params object[] args)
    {
        if (API.DoesPlayerExist(ToHandle(source)))
            players[source].TriggerEvent(eventName, args);
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

    public IReadOnlyList<int> GetOnline() => players
        .Select(player => int.TryParse(player.Handle, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0).ToList();

    public bool IsAllowed(int source, string ace) => API.IsPlayerAceAllowed(ToHandle(source), ace);
    public bool IsEveryoneAllowed(string ace) => API.IsPrincipalAceAllowed("builtin.everyone", ace);

    public Requester Describe(int source) => Requester.Player(
        source, API.GetPlayerName(ToHandle(source)), API.GetPlayerIdentifierByType(ToHandle(source), "license"));

    private static string ToHandle(int source) => source.ToString(CultureInfo.InvariantCulture);
}
