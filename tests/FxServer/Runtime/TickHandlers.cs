using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace FxServer;

internal sealed class TickHandlers
{
    private readonly List<TickHandler> _handlers = new List<TickHandler>();
    private readonly ScriptRuntime _runtime;
    private readonly string _scriptName;

    public TickHandlers(ScriptRuntime runtime, string scriptName)
    {
        _runtime = runtime;
        _scriptName = scriptName;
    }

    public int Count => _handlers.Count;

    public void Add(Func<Task> handler) => _handlers.Add(new TickHandler(_runtime, _scriptName, handler));

    /// <summary>
    /// Removes only the same delegate object that was added: converting a method group again creates another one.
    /// </summary>
    public void Remove(Func<Task> handler)
    {
        var index = _handlers.FindIndex(known => known.Is(handler));
        if (index >= 0)
        {
            _handlers.RemoveAt(index);
        }
    }

    /// <summary>Queues each handler whose last task has completed.</summary>
    public void Queue()
    {
        for (var index = 0; index < _handlers.Count; index++)
        {
            _handlers[index].Queue();
        }
    }
}
