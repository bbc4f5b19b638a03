using System;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using CitizenFX.Core;

namespace SonoranCad.Remove911.Tests.FxServer;

/// <summary>A script without behavior: a test sets it up in its constructor, and runs code in it later.</summary>
public sealed class TestScript : BaseScript
{
    private const string RunEvent = "plain:run";

    [ThreadStatic]
    private static Action<TestScript>? _setup;

    private Action? _next;

    public TestScript()
    {
        EventHandlers[RunEvent] += new Action(() => _next?.Invoke());
        _setup?.Invoke(this);
    }

    public EventHandlerDictionary Events => EventHandlers;

    public ExportDictionary OwnExports => Exports;

    public PlayerList OnlinePlayers => Players;

    public static TestScript Start(TestServer server, string name, Action<TestScript>? setup = null, string? folder = null)
    {
        TestScript? made = null;
        _setup = script =>
        {
            made = script;
            setup?.Invoke(script);
        };
        try
        {
            server.Server.StartScripts(name, typeof(TestScript).Assembly, type => type == typeof(TestScript), folder);
        }
        finally
        {
            _setup = null;
        }

        return made!;
    }

    public void AddTick(Func<Task> handler) => Tick += handler;

    public void RemoveTick(Func<Task> handler) => Tick -= handler;

    /// <summary>Runs the code as this script's event handler would.</summary>
    public void Run(TestServer server, Action action)
    {
        ExceptionDispatchInfo? failure = null;
        _next = () =>
        {
            try
            {
                action();
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        };
        server.Server.RaiseEvent(RunEvent, "");
        _next = null;
        failure?.Throw();
    }
    /// <summary>Runs the code as this script's event handler would, and returns its result.</summary>
    public T Evaluate<T>(TestServer server, Func<T> question)
    {
        T? answer = default;
        Run(server, () => answer = question());
        return answer!;
    }
}
