using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Playground.Web;

/// <summary>
/// Hands actions from Kestrel's threads to the thread of the game server, which is single-threaded: only there may anything
/// be done to it.
/// </summary>
internal sealed class ActionQueue : IDisposable
{
    private readonly BlockingCollection<(PageAction Action, TaskCompletionSource<PageResult> Result)> _actions = [];

    /// <summary>Adds an action; the result comes when the server's thread has performed it.</summary>
    public async Task<PageResult> PerformAsync(PageAction action, CancellationToken ending)
    {
        // The continuation must not run on the server's thread.
        var result = new TaskCompletionSource<PageResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _actions.Add((action, result), ending);
        return await result.Task.WaitAsync(ending);
    }

    /// <summary>Performs the next action on this thread, if one comes in time.</summary>
    public bool TryPerformNext(TimeSpan wait, Func<PageAction, PageResult> perform)
    {
        if (!_actions.TryTake(out var next, wait))
        {
            return false;
        }

        try
        {
            next.Result.SetResult(perform(next.Action));
        }
        catch (Exception failure)
        {
            // Whatever was asked for, the next action must work.
            next.Result.SetResult(new PageResult(IsDone: false, $"That did not work: {failure.Message}"));
        }

        return true;
    }

    public void Dispose() => _actions.Dispose();
}
