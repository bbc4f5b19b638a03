using System;
using System.Collections.Generic;
using System.Threading;

namespace FxServer;

/// <summary>Records each CitizenFX call that is not made on a server's main thread from script code.</summary>
public static class OffThreadCallDetector
{
    // Flows through awaits and Task.Run, so that a call on a pool thread can be attributed to its server.
    private static readonly AsyncLocal<GameServer?> Flow = new AsyncLocal<GameServer?>();
    private static readonly object Gate = new object();
    private static readonly List<string> Unexpected = new List<string>();

    /// <summary>The unexpected calls of all servers in this process.</summary>
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

    /// <summary>Records this server's calls only in its own list from now on, for tests of the detector itself.</summary>
    /// <returns>Ends this when disposed. Late continuations may still call, so most tests don't dispose it.</returns>
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
        // Setting allocates, and usually the server is still the same.
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
