using CitizenFX.Core;
using CitizenFX.Core.Native;

namespace SonoranCad.Remove911.Cfx;

/// <summary>
/// Registers handlers with the server, which removes one that throws or whose arguments can't be converted: so exceptions are
/// caught and logged, and the parameters are objects. After every handler, the tick is turned on if the handler's work needs it.
/// </summary>
internal sealed class HandlerRegistry(EventHandlerDictionary events, ExportDictionary exports, ExceptionGuard guard, TickSwitch tickSwitch)
{
    /// <summary>Registers a command that the server restricts to players with its permission.</summary>
    public void AddCommand(string name, Action<int, IReadOnlyList<object>?, string?> handler) => API.RegisterCommand(
        name,
        new Action<int, List<object>, string>((source, words, line) =>
            Run("command", (handler, source, words, line), static state => state.handler(state.source, state.words, state.line))),
        true);

    /// <summary>Registers an event handler. Its first parameter is the event's source.</summary>
    public void AddEvent(string name, Action<string> handler) =>
        events[name] += new Action<string>(([FromSource] source) =>
            Run(name, (handler, source), static state => state.handler(state.source)));

    public void AddEvent(string name, Action<string, object?> handler) =>
        events[name] += new Action<string, object>(([FromSource] source, first) =>
            Run(name, (handler, source, first), static state => state.handler(state.source, state.first)));

    public void AddEvent(string name, Action<string, object?, object?> handler) =>
        events[name] += new Action<string, object, object>(([FromSource] source, first, second) =>
            Run(name, (handler, source, first, second), static state => state.handler(state.source, state.first, state.second)));

    /// <summary>Registers the handler of HTTP responses, without their headers, which nobody reads.</summary>
    public void AddHttpResponseEvent(string name, Action<string, object?, object?, object?, object?> handler) =>
        events[name] += new Action<string, object, object, object, object, object>(([FromSource] source, token, status, body, _, error) =>
            Run(
                name,
                (handler, source, token, status, body, error),
                static state => state.handler(state.source, state.token, state.status, state.body, state.error)));

    public void AddExport(string name, Action<object?, object?> handler) => exports.Add(
        name,
        new Action<object, object>((first, second) =>
            Run("export " + name, (handler, first, second), static state => state.handler(state.first, state.second))));

    /// <summary>Registers an export that returns a value, or an empty table if the handler throws.</summary>
    public void AddExport(string name, Func<object> handler) => exports.Add(
        name,
        new Func<object>(() =>
        {
            object result = new Dictionary<string, object>();
            Run("export " + name, handler, state => result = state());
            return result;
        }));

    private void Run<T>(string location, T state, Action<T> handler)
    {
        try
        {
            handler(state);
        }
        catch (Exception e)
        {
            guard.LogFault(location, e);
        }

        tickSwitch.Update();
    }
}
