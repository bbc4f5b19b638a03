using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Playground.Display;
using Playground.Scene;
using Playground.Web;
using Spectre.Console;

namespace BrowserTests;

/// <summary>The Playground with its page, on a thread of its own, which is the game server's main thread.</summary>
internal sealed class RunningPlayground : IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource<Uri> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringWriter _terminal = new();
    private readonly Thread _thread;
    private World? _world;

    /// <param name="live">The account at the real CAD; null for the stand-in.</param>
    public RunningPlayground(LiveAccount? live = null)
    {
        _thread = new Thread(() => Run(live)) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Its CAD may be looked at from any thread, its server may not.</summary>
    public World World => _world ?? throw new InvalidOperationException("The Playground has not started.");

    /// <summary>What the terminal shows now.</summary>
    public string Terminal
    {
        get
        {
            lock (_terminal)
            {
                return _terminal.ToString();
            }
        }
    }

    /// <summary>The page's address, once it is served.</summary>
    public Task<Uri> StartedAsync() => _started.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public void Dispose()
    {
        _ending.Cancel();
        _thread.Join();
        _ending.Dispose();
        _terminal.Dispose();
    }

    private void Run(LiveAccount? live)
    {
        try
        {
            using var world = new World(live: live);

            // No test is about these two, and real time passes.
            world.Configure("playerRequests", 1000);
            world.Configure("v1IntervalSeconds", 0.1);
            _world = world;
            new WebPlayground(world, new Screen(Console())).Run(port: 0, _ending.Token, _started.SetResult);
        }
        catch (Exception failure)
        {
            // Tells the code that waits for the page why there is none.
            _started.TrySetException(failure);
        }
    }

    private IAnsiConsole Console() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(TextWriter.Synchronized(_terminal)),
    });
}
