using System;
using System.Linq;
using System.Threading;
using Playground.Display;

namespace Playground.Scene;

/// <summary>Ticks the server until nothing is under way, and shows meanwhile what comes.</summary>
internal sealed class IdleWaiter
{
    // What a command sets going is set going within its first ticks.
    private const int FewestTicks = 2;

    private readonly World _world;
    private readonly ActivityFeed _news;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _ending;

    /// <param name="world">Its server is ticked.</param>
    /// <param name="news">Shown as they come.</param>
    /// <param name="patience">Above what the resource waits for an answer, so that a lost one shows.</param>
    /// <param name="ending">The person at the prompt wants to leave.</param>
    public IdleWaiter(World world, ActivityFeed news, TimeSpan patience, CancellationToken ending)
    {
        _world = world;
        _news = news;
        _timeout = patience;
        _ending = ending;
    }

    private bool IsIdle =>
        _world.Server.Http.InFlight == 0
        && _world.Server.TickHandlerCount(_world.ResourceName) == 0
        && _world.Cad.Requests.All(request => request.ResponseStatus is not null);

    /// <summary>False when something is still under way after all the patience.</summary>
    public bool WaitUntilIdle()
    {
        var asked = 0;
        var settled = _world.Server.TickUntil(() => IsOver(asked++), _timeout);
        _news.Show();
        return settled && !_ending.IsCancellationRequested;
    }

    /// <summary>Ticks for a while, whether something is under way or not.</summary>
    public void TickFor(TimeSpan time)
    {
        _world.Server.TickUntil(() => _ending.IsCancellationRequested, time);
        _news.Show();
    }

    private bool IsOver(int ticks)
    {
        _news.Show();
        return _ending.IsCancellationRequested || (ticks >= FewestTicks && IsIdle);
    }
}
