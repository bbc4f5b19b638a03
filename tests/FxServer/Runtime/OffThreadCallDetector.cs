using System;
using System.Collections.Generic;
using System.Threading;

namespace FxServer;

/// <summary>Notes each CitizenFX call that is not made on a server's main thread from script code.</summary>
public static class OffThreadCallDetector
{
    // Flows along awaits and Task.Run, so that a call on a pool thread is still known to be this or that server's.
    private static readonly AsyncLocal<GameServer?> Flow = new AsyncLocal<GameServer?>();
    private static readonly object Gate = new object();
    private static readonly List<string> Unexpected = new List<string>();

    /// <summary>The calls of all servers of this process, but for those that were expected.</summary>
    public static IReadOnlyList<string> Calls
    {
        get
        {
            lock (Gate)
            {
                return Unexpected.ToArray();
            }
        }
    }

    /// <summary>From now on this server's calls are on its own list only: for tests of the trap itself.</summary>
    /// <returns>Ends the expectation when disposed; stray continuations may call later, so most tests just keep it.</returns>
    public static IDisposable Expect(GameServer server)
    {
        if (server is null)
        {
            throw new ArgumentNullException(nameof(server));
        }

        server.ExpectsOffThreadCalls = true;
        return new Expectation(server);
    }

    internal static void Follow(GameServer server)
    {
        // Setting allocates; most of the time it is the same server as before.
        if (!ReferenceEquals(Flow.Value, server))
        {
            Flow.Value = server;
        }
    }

    internal static InvalidOperationException RecordAndCreateException(string call)
    {
        var thread = Thread.CurrentThread;
        var note = $"{call} on thread {thread.ManagedThreadId}{(thread.IsThreadPoolThread ? " (pool)" : "")}";
        var server = Flow.Value;
        lock (Gate)
        {
            server?.RecordOffThreadCall(note);
            if (server is not { ExpectsOffThreadCalls: true })
            {
                Unexpected.Add(note);
            }
        }

        return new InvalidOperationException(
            $"{note}: CitizenFX may only be called on the server's main thread, from script code that the server runs.");
    }

    private sealed class Expectation : IDisposable
    {
        private readonly GameServer _server;

        public Expectation(GameServer server) => _server = server;

        public void Dispose() => _server.ExpectsOffThreadCalls = false;
    }
}
