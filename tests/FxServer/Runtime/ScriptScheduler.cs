using System.Collections.Generic;
using System.Threading.Tasks;

namespace FxServer;

/// <summary>
/// A resource's task scheduler. It runs queued tasks when pumped, also from within a task. A task that was not queued runs on
/// whatever thread asks: if a pool thread completes what a handler awaits, the handler resumes on that thread, as on the
/// server.
/// </summary>
internal sealed class ScriptScheduler : TaskScheduler
{
    private readonly Queue<Task> _queue = new Queue<Task>();

    public override int MaximumConcurrencyLevel => 1;

    public bool HasWork
    {
        get
        {
            lock (_queue)
            {
                return _queue.Count > 0;
            }
        }
    }

    /// <summary>Runs everything queued, including what is queued meanwhile.</summary>
    public void Pump()
    {
        while (Dequeue() is { } task)
        {
            TryExecuteTask(task);
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (_queue)
        {
            _queue.Enqueue(task);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_queue)
        {
            return _queue.ToArray();
        }
    }

    private Task? Dequeue()
    {
        lock (_queue)
        {
            return _queue.Count > 0 ? _queue.Dequeue() : null;
        }
    }
}
