using System;
using System.Linq;
using CitizenFX.Core;

namespace FxServer;

/// <summary>Delivers events to resources and clients, and export calls, which begin as events, to their resource.</summary>
internal sealed class EventRouter
{
    private readonly GameServer _server;

    public EventRouter(GameServer server) => _server = server;

    public static string ExportEvent(string resource, string export) => $"__cfx_export_{resource}_{export}";

    public void Dispatch(string eventName, string source, byte[] packedArgs, string? invoker)
    {
        foreach (var target in _server.EventTargets.ToArray())
        {
            target.Deliver(eventName, source, packedArgs, invoker);
        }
    }

    /// <param name="sender">The resource that owns the functions among the arguments.</param>
    /// <param name="handle">A server id; null for everyone. An id that nobody has gets nothing.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="args">Serialized once, deserialized for each recipient.</param>
    public void SendToClient(IFunctionOwner sender, string? handle, string eventName, object?[] args)
    {
        var packed = _server.Wire.Pack(args, sender);
        foreach (var player in _server.Players.ToArray())
        {
            if (handle is null || player == _server.FindPlayer(handle))
            {
                player.Receive(eventName, _server.Wire.Unpack(packed, "", player));
            }
        }
    }

    /// <summary>Gets an export's function through its event, and calls it. Throws if there is no such export.</summary>
    public object? CallExport(IFunctionOwner caller, string resource, string export, object?[] args)
    {
        CallbackDelegate? handedOut = null;
        var take = new Action<object?>(given => handedOut = given as CallbackDelegate);
        Dispatch(ExportEvent(resource, export), "", _server.Wire.Pack([take], caller), caller.Name);
        return handedOut is null
            ? throw new InvalidOperationException($"No such export {export} in resource {resource}")
            : handedOut(args);
    }
}
