using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CitizenFX.Core;

namespace FxServer;

/// <summary>One run of a C# resource: its scripts, and what they registered. A stop ends it.</summary>
internal sealed class ScriptRuntime : IEventTarget, IFunctionOwner
{
    private readonly List<BaseScript> _scripts = new List<BaseScript>();
    private readonly HashSet<string> _events = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Delegate> _exports = new Dictionary<string, Delegate>(StringComparer.OrdinalIgnoreCase);
    private readonly ScriptScheduler _scheduler = new ScriptScheduler();
    private readonly DelayQueue _delays;

    public ScriptRuntime(GameServer server, string name)
    {
        Server = server;
        Name = name;
        Tasks = new TaskFactory(_scheduler);
        _delays = new DelayQueue(server.Clock);
    }

    public GameServer Server { get; }

    public string Name { get; }

    public bool IsAlive { get; private set; } = true;

    public TaskFactory Tasks { get; }

    public int TickHandlerCount => _scripts.Sum(script => script.Ticks.Count);

    public KvpSearches KvpSearches { get; } = new KvpSearches();

    public void AddScript(BaseScript script)
    {
        _scripts.Add(script);
        AttributeBinder.Bind(this, script);
    }

    public void RemoveScript(BaseScript script) => _scripts.Remove(script);

    public void RegisterForEvent(string eventName) => _events.Add(eventName);

    public void AddExport(string name, Delegate method) => _exports[EventRouter.ExportEvent(Name, name)] = method;

    public Task Delay(int milliseconds) => _delays.Add(Tasks, milliseconds);

    public void TriggerEvent(string eventName, object?[] args) =>
        Server.Events.Dispatch(eventName, "", Server.Wire.Pack(args, this), invoker: Name);

    public void Tick()
    {
        if (!HasWork())
        {
            return;
        }

        using var scope = ScriptScope.Enter(this, invoker: null);
        _delays.EndDue();
        for (var index = 0; index < _scripts.Count; index++)
        {
            _scripts[index].Ticks.Queue();
        }

        _scheduler.Pump();
    }

    public void Deliver(string eventName, string source, byte[] packedArgs, string? invoker)
    {
        var isExport = _exports.TryGetValue(eventName, out var exported);
        if (!isExport && !_events.Contains(eventName))
        {
            return;
        }

        using var scope = ScriptScope.Enter(this, invoker);
        var args = Server.Wire.Unpack(packedArgs, source, this);
        if (isExport)
        {
            HandOut(eventName, exported!, args);
            return;
        }

        foreach (var script in _scripts.ToArray())
        {
            _ = Tasks.StartNew(() => script.EventHandlers.InvokeAsync(eventName, source, args)).Unwrap();
        }

        _scheduler.Pump();
    }

    public object? Call(Delegate function, object?[] args, string? invoker)
    {
        using var scope = ScriptScope.Enter(this, invoker);
        try
        {
            var result = function is CallbackDelegate callback ? callback(args) : ParameterConversion.Invoke(function, "", args);

            // The real server returns the result on a pool thread after the task completes. No caller can rely on that, so here
            // there is none.
            return result is Task ? null : result;
        }
        catch (Exception failure)
        {
            Server.Console.WriteLine($"Error invoking a function of resource {Name}: {failure}");
            return null;
        }
    }

    public void End()
    {
        IsAlive = false;
        _scripts.Clear();
        _events.Clear();
        _exports.Clear();
    }

    // An idle tick must cost nothing: the stand-in must not distort the benchmarks of a resource.
    private bool HasWork()
    {
        if (!_delays.IsEmpty || _scheduler.HasWork)
        {
            return true;
        }

        for (var index = 0; index < _scripts.Count; index++)
        {
            if (_scripts[index].Ticks.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes the exported delegate to the function that the export's event carries, whoever fired it.</summary>
    private void HandOut(string eventName, Delegate exported, object?[] args)
    {
        try
        {
            switch (args.Length > 0 ? args[0] : null)
            {
                case CallbackDelegate callback:
                    callback(exported);
                    break;
                case NetworkCallbackDelegate callback:
                    _ = callback(exported);
                    break;
                default:
                    throw new InvalidCastException("An export's event requires a function.");
            }
        }
        catch (Exception failure)
        {
            Server.Console.WriteLine($"Error invoking callback for event {eventName}: {failure}");
        }
    }
}
