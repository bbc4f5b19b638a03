using System;
using System.Threading;
using Playground.Display;
using Playground.Scene;

namespace Playground.Web;

/// <summary>
/// Shows the world on a web page, in real time. Everything but the page's requests happens on the thread that runs it, which is
/// the game server's main thread.
/// </summary>
internal sealed class WebPlayground
{
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(20);

    // The page shows what is pending, so that no line has to be waited for.
    private static readonly TimeSpan LineTimeout = TimeSpan.FromMilliseconds(50);

    private readonly World _world;
    private readonly Screen _terminal;

    /// <param name="world">Its resource is started by <see cref="Run"/>.</param>
    /// <param name="terminal">Shows the page's address, then what happens.</param>
    public WebPlayground(World world, Screen terminal)
    {
        _world = world;
        _terminal = terminal;
    }

    /// <summary>Serves the page until somebody wants to leave.</summary>
    /// <param name="port">0 for any free one.</param>
    /// <param name="ending">Somebody wants to leave.</param>
    /// <param name="started">Told the page's address.</param>
    public void Run(int port, CancellationToken ending, Action<Uri>? started = null)
    {
        using var output = new PlainOutput(_terminal.Secrets);
        var session = new Session(_world, output.Screen, LineTimeout, ending, _terminal);
        var events = new PageEvents();
        var feed = new PageFeed(_world, events, _terminal.Secrets);
        var actions = new PageActions(_world, session, feed, output);
        using var queue = new ActionQueue();
        using var server = PageServer.Start(port, events, queue);

        _world.Configure("discordWebhook", _world.Discord.Url.ToString());
        session.Start();
        foreach (var player in _world.Server.Players)
        {
            player.ChatReady();
        }

        feed.Publish(session.IsWaiting);
        Welcome(server.Url);
        started?.Invoke(server.Url);
        while (!session.IsOver && !ending.IsCancellationRequested)
        {
            queue.TryPerformNext(TickInterval, actions.Perform);
            session.Tick();
            session.ShowActivity();
            feed.Publish(session.IsWaiting);
            output.Take();
        }
    }

    private void Welcome(Uri address)
    {
        _terminal.Heading($"The Playground is at {address}");
        _terminal.Say("Only this machine can open it. Press Ctrl+C to stop the Playground.");
        _terminal.BlankLine();
    }
}
