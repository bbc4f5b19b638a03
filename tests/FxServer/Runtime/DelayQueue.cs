using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FxServer;

/// <summary>
/// A resource's pending <c>BaseScript.Delay</c>s. Each completes on the main thread, in the first tick in which it is due.
/// </summary>
internal sealed class DelayQueue
{
    private readonly List<Delay> _pending = new List<Delay>();
    private readonly List<Delay> _due = new List<Delay>();
    private readonly IFxClock _clock;

    public DelayQueue(IFxClock clock) => _clock = clock;

    public bool IsEmpty => _pending.Count == 0;

    public Task Add(TaskFactory tasks, int milliseconds) => tasks.FromAsync(Begin, End, milliseconds, null);

    /// <summary>Completes those due. One that is added meanwhile waits for the next tick, however short it is.</summary>
    public void EndDue()
    {
        var now = _clock.Elapsed;
        for (var index = 0; index < _pending.Count; index++)
        {
            if (_pending[index].DueAt <= now)
            {
                _due.Add(_pending[index]);
            }
        }

        if (_due.Count == 0)
        {
            return;
        }

        var ending = _due.ToArray();
        _due.Clear();
        foreach (var delay in ending)
        {
            _pending.Remove(delay);
            delay.Callback(delay);
        }
    }

    private static void End(IAsyncResult result)
    {
    }

    private Delay Begin(int milliseconds, AsyncCallback callback, object? state)
    {
        var delay = new Delay(_clock.Elapsed + TimeSpan.FromMilliseconds(milliseconds), callback, state);
        _pending.Add(delay);
        return delay;
    }

    private sealed class Delay : IAsyncResult
    {
        public Delay(TimeSpan dueAt, AsyncCallback callback, object? state)
        {
            DueAt = dueAt;
            Callback = callback;
            AsyncState = state;
        }

        public TimeSpan DueAt { get; }

        public AsyncCallback Callback { get; }

        public object? AsyncState { get; }

        public WaitHandle AsyncWaitHandle => throw new NotSupportedException();

        public bool CompletedSynchronously => false;

        public bool IsCompleted => true;
    }
}
