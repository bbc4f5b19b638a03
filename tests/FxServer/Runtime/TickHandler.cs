using System;
using System.Threading.Tasks;

namespace FxServer;

/// <summary>A tick handler and its last run.</summary>
internal sealed class TickHandler
{
    private readonly ScriptRuntime _runtime;
    private readonly string _scriptName;
    private readonly Func<Task> _handler;
    private readonly Func<Task> _run;
    private Task? _last;

    public TickHandler(ScriptRuntime runtime, string scriptName, Func<Task> handler)
    {
        _runtime = runtime;
        _scriptName = scriptName;
        _handler = handler;
        _run = RunAsync;
    }

    public bool Is(Func<Task> handler) => ReferenceEquals(_handler, handler);

    public void Queue()
    {
        if (_last is null || _last.IsCompleted)
        {
            _last = _runtime.Tasks.StartNew(_run).Unwrap();
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await _handler();
        }
        catch (Exception failure)
        {
            _runtime.Server.Console.WriteLine($"Failed to run a tick for {_scriptName}: {failure}");
        }
    }
}
