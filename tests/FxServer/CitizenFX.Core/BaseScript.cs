using System;
using System.Threading.Tasks;
using FxServer;

namespace CitizenFX.Core;

/// <summary>Base class of a resource's scripts. The server creates one instance of each when the resource starts.</summary>
public abstract class BaseScript
{
    private readonly TickHandlers _ticks;

    protected BaseScript()
    {
        var runtime = ScriptScope.Require("new BaseScript");
        _ticks = new TickHandlers(runtime, GetType().Name);
        EventHandlers = new EventHandlerDictionary();
        Exports = new ExportDictionary();
        Players = new PlayerList();
    }

    /// <summary>Runs once per server tick, but not again until its task has completed.</summary>
    protected event Func<Task> Tick
    {
        add
        {
            ScriptScope.Require("Tick +=");
            _ticks.Add(value);
        }

        remove
        {
            ScriptScope.Require("Tick -=");
            _ticks.Remove(value);
        }
    }

    protected internal EventHandlerDictionary EventHandlers { get; }

    protected ExportDictionary Exports { get; }

    protected PlayerList Players { get; }

    internal TickHandlers Ticks => _ticks;

    public static void RegisterScript(BaseScript script) => ScriptScope.Require("RegisterScript").AddScript(script);

    public static void UnregisterScript(BaseScript script) => ScriptScope.Require("UnregisterScript").RemoveScript(script);

    /// <summary>A task that completes on the main thread, in the first tick after the delay.</summary>
    public static Task Delay(int msecs) => ScriptScope.Require("BaseScript.Delay").Delay(msecs);

    public static void TriggerEvent(string eventName, params object?[] args)
    {
        var runtime = ScriptScope.Require("TriggerEvent");
        runtime.Server.NativeFaults.Enter("TriggerEvent", eventName, args);
        runtime.TriggerEvent(eventName, args);
    }

    public static void TriggerClientEvent(Player player, string eventName, params object?[] args)
    {
        var runtime = ScriptScope.Require("TriggerClientEvent");
        runtime.Server.NativeFaults.Enter("TriggerClientEvent", player.Handle, eventName, args);
        runtime.Server.Events.SendToClient(runtime, player.Handle, eventName, args);
    }

    public static void TriggerClientEvent(string eventName, params object?[] args)
    {
        var runtime = ScriptScope.Require("TriggerClientEvent");
        runtime.Server.Events.SendToClient(runtime, null, eventName, args);
    }

    public static void TriggerLatentClientEvent(Player player, string eventName, int bytesPerSecond, params object?[] args) =>
        TriggerClientEvent(player, eventName, args);

    public static void TriggerLatentClientEvent(string eventName, int bytesPerSecond, params object?[] args) =>
        TriggerClientEvent(eventName, args);
}
