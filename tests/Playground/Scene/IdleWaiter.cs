using System;
using System.Linq;
using System.Threading;
using Playground.Display;

namespace Playground.Scene;

/// <summary>Ticks the server until nothing is pending, and shows what appears meanwhile.</summary>
internal sealed class IdleWaiter
{
    // Whatever a command starts is started within its first ticks.
    private const int MinTicks = 2;

    // Before that, nobody thinks that the program is stuck.
    private static readonly TimeSpan NoteAfter = TimeSpan.FromSeconds(1.5);

    private readonly World _world;
    private readonly ActivityFeed _activity;
    private readonly Screen _screen;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _ending;

    /// <param name="world">Its server is ticked.</param>
    /// <param name="activity">Shown as it comes.</param>
    /// <param name="screen">Says so if it takes long.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="ending">Somebody wants to leave.</param>
    public IdleWaiter(World world, ActivityFeed activity, Screen screen, TimeSpan timeout, CancellationToken ending)
    {
        _world = world;
        _activity = activity;
        _screen = screen;
        _timeout = timeout;
        _ending = ending;
    }

    public bool IsIdle =>
        _world.Server.Http.InFlight == 0
        && _world.Server.TickHandlerCount(_world.ResourceName) == 0
        && _world.Cad.Requests.All(request => request.ResponseStatus is not null);

    /// <summary>Waits until nothing is pending.</summary>
    public void WaitUntilIdle() => WaitUntil(isIdle => isIdle);

    /// <summary>Waits until the condition holds; its argument is whether nothing is pending. False if it took too long.</summary>
    public bool WaitUntil(Func<bool, bool> condition, TimeSpan? timeout = null)
    {
        var limit = timeout ?? _timeout;
        var ticks = 0;
        var isNoted = false;
        var start = _world.Server.Elapsed;
        var holds = _world.Server.TickUntil(
            () =>
            {
                _activity.Show();
                if (!isNoted && _world.Server.Elapsed - start > NoteAfter)
                {
                    isNoted = true;
                    _screen.Note($"Waiting for the CAD, at most {limit.TotalSeconds:0} s …");
                }

                return _ending.IsCancellationRequested || (ticks++ >= MinTicks && condition(IsIdle));
            },
            limit);
        _activity.Show();
        return holds && !_ending.IsCancellationRequested;
    }

    /// <summary>Ticks for a while, whether something is pending or not.</summary>
    public void TickFor(TimeSpan time)
    {
        _world.Server.TickUntil(() => _ending.IsCancellationRequested, time);
        _activity.Show();
    }
}
