using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace FxServer;

/// <summary>
/// The resource that runs on this thread. While a scope is open, the thread's CitizenFX calls belong to its resource; without
/// one, they are off the main thread or outside of script code, and are recorded as errors.
/// </summary>
internal readonly struct ScriptScope : IDisposable
{
    [ThreadStatic]
    private static ScriptRuntime? _runtime;

    [ThreadStatic]
    private static string? _invoker;

    private readonly ScriptRuntime? _outerRuntime;
    private readonly string? _outerInvoker;
    private readonly SynchronizationContext? _outerContext;

    private ScriptScope(ScriptRuntime? outerRuntime, string? outerInvoker, SynchronizationContext? outerContext)
    {
        _outerRuntime = outerRuntime;
        _outerInvoker = outerInvoker;
        _outerContext = outerContext;
    }

    /// <summary>The resource whose call or event is being handled; null for the server, a client or a tick.</summary>
    public static string? Invoker => _invoker;

    public static ScriptScope Enter(ScriptRuntime runtime, string? invoker)
    {
        var scope = new ScriptScope(_runtime, _invoker, SynchronizationContext.Current);
        _runtime = runtime;
        _invoker = invoker;
        OffThreadCallDetector.Follow(runtime.Server);

        // The server has no context; a test host's would resume awaits on their original thread, which the server does not do.
        if (scope._outerContext is not null)
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }

        return scope;
    }

    /// <summary>
    /// The resource running on this thread. Without one, records the call and throws <see cref="InvalidOperationException"/>.
    /// </summary>
    public static ScriptRuntime Require([CallerMemberName] string call = "") => _runtime ?? throw OffThreadCallDetector.RecordAndCreateException(call);

    public void Dispose()
    {
        _runtime = _outerRuntime;
        _invoker = _outerInvoker;
        if (_outerContext is not null)
        {
            SynchronizationContext.SetSynchronizationContext(_outerContext);
        }
    }
}
