using System;
using System.Collections.Generic;
using System.Linq;

namespace FxServer;

/// <summary>Another resource, such as one in Lua, driven by the test.</summary>
public sealed class OtherResource : IEventTarget, IFunctionOwner
{
    private readonly GameServer _server;
    private readonly List<(string Event, Action<object?[]> Handler)> _handlers = new List<(string, Action<object?[]>)>();
    private readonly Dictionary<string, Func<object?[], object?>> _exports =
        new Dictionary<string, Func<object?[], object?>>(StringComparer.OrdinalIgnoreCase);

    internal OtherResource(GameServer server, string name)
    {
        _server = server;
        Name = name;
    }

    public string Name { get; }

    public bool IsRunning { get; private set; } = true;

    bool IFunctionOwner.IsAlive => IsRunning;

    /// <summary>
    /// Fires an event at all resources. They can call any <c>Func&lt;object?[], object?&gt;</c> among the arguments.
    /// </summary>
    public void TriggerEvent(string name, params object?[] args)
    {
        _server.RequireMainThread("OtherResource.TriggerEvent");
        _server.Events.Dispatch(name, "", _server.Wire.Pack(args, this), invoker: Name);
    }

    /// <summary>
    /// Handles an event from resources, the server and clients. The handler gets the arguments as the wire delivers them.
    /// </summary>
    public void On(string eventName, Action<object?[]> handler) => _handlers.Add((eventName, handler));

    /// <summary>Registers an export that C# resources can call.</summary>
    public void Export(string name, Func<object?[], object?> function) =>
        _exports[EventRouter.ExportEvent(Name, name)] = function;

    /// <summary>
    /// Calls an export, like Lua's <c>exports.resource:export()</c>. Throws <see cref="InvalidOperationException"/> if there is
    /// none.
    /// </summary>
    public object? CallExport(string resource, string export, params object?[] args)
    {
        _server.RequireMainThread("OtherResource.CallExport");
        return _server.Events.CallExport(this, resource, export, args);
    }

    /// <summary>Registers a command, or takes over another resource's. The handler gets source, arguments and raw line.</summary>
    public void RegisterCommand(string name, Func<object?[], object?> handler, bool restricted) =>
        _server.Commands.Register(this, name, handler, restricted);

    /// <summary>Executes a command with source 0, if the principal <c>resource.&lt;name&gt;</c> may.</summary>
    public void ExecuteCommand(string line)
    {
        _server.RequireMainThread("OtherResource.ExecuteCommand");
        _server.Commands.Run(line, player: null, invoker: Name);
    }

    /// <summary>Stops the resource. After that, calling one of its functions throws.</summary>
    public void Stop()
    {
        if (IsRunning)
        {
            _server.StopResource(Name);
        }
    }

    void IEventTarget.Deliver(string eventName, string source, byte[] packedArgs, string? invoker)
    {
        var exported = _exports.TryGetValue(eventName, out var function) ? function : null;
        var handlers = _handlers.Where(entry => string.Equals(entry.Event, eventName, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exported is null && handlers.Count == 0)
        {
            return;
        }

        var args = _server.Wire.Unpack(packedArgs, source, this);
        if (exported is not null && args.FirstOrDefault() is CitizenFX.Core.CallbackDelegate callback)
        {
            callback(exported);
        }

        handlers.ForEach(entry => entry.Handler(args));
    }

    object? IFunctionOwner.Call(Delegate function, object?[] args, string? invoker) => function is Func<object?[], object?> direct
        ? direct(args)
        : ParameterConversion.Invoke(function, "", args);

    internal void End() => IsRunning = false;
}
