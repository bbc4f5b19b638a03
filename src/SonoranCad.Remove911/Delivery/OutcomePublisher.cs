namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Completes removals and reports their outcomes to requesters, the log, our listeners and other resources. Their code may send
/// requests, stop this resource or throw: it waits until the step is done (<see cref="PublishPending"/>), each call guarded.
/// </summary>
internal sealed class OutcomePublisher(
    Outbox outbox, OutcomeEvents events, OutcomeLogger logger, IReadOnlyList<IOutcomeListener> listeners, TickBudget budget)
{
    // A resource that asks twice whenever it is refused would otherwise double its refusals with every tick.
    private const int MaxPendingRefusals = CallIdList.MaxCount;

    // What is decided stays in the outbox and the store until its turn: a crash sends it again, a request for its call joins it.
    private readonly Queue<(OutboxEntry Entry, RemovalError? Error)> _decided = new();
    private readonly Queue<Action> _pending = new();
    private readonly List<(OutboxEntry Entry, RemovalError? Error)> _restored = [];

    // The refused calls in the queue, by their requester's key.
    private readonly Dictionary<string, int> _pendingRefusals = new(StringComparer.Ordinal);
    private bool _isPublishing;

    public bool HasPending => _pending.Count > 0;

    /// <summary>Whether the budget ended before all that was pending had been published.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Decides the outcome of entries: cleared if <paramref name="error"/> is null.</summary>
    public void Decide(IEnumerable<OutboxEntry> entries, RemovalError? error)
    {
        foreach (var entry in entries)
        {
            entry.IsDecided = true;
            entry.Node.List?.Remove(entry.Node);
            _decided.Enqueue((entry, error));
        }
    }

    /// <summary>Completes what is decided, one removal after the other; false if the budget is spent.</summary>
    public bool CompleteDecided()
    {
        for (var hasTime = true; hasTime && _decided.Count > 0; hasTime = !budget.IsSpent)
        {
            var (entry, error) = _decided.Dequeue();
            entry.IsDecided = false;
            Complete(entry, error);
        }

        return !budget.IsSpent;
    }

    /// <summary>Completes an accepted removal: cleared if <paramref name="error"/> is null, or if the CAD has reported it as removed.</summary>
    public void Complete(OutboxEntry entry, RemovalError? error)
    {
        error = entry.IsRemovedByCad ? null : error;
        outbox.Complete(entry, error);
        foreach (var listener in listeners)
            RunGuarded(() => listener.OnCompleted(entry, error), e => logger.LogListenerFailure(listener, e));

        _pending.Enqueue(() => RaiseEvent(entry.CallId, error, entry.Requester));
        foreach (var request in entry.Requests.Where(request => request.IsComplete))
        {
            _pending.Enqueue(() =>
            {
                var report = request.CreateReport();
                logger.LogReport(request.Requester, report);
                Answer(request.Requester, request.Reply, report);
            });
        }

        // The restart ended its request: only the log and the event can report the outcome.
        if (entry.Requests.Count == 0)
            _restored.Add((entry, error));
    }

    public void NotifyWaiting(RemovalRequest request, Phrase message) =>
        _pending.Enqueue(() => RunGuarded(() => request.Reply.Notify(message, Tone.Warning), e => logger.LogReplyFailure(request.Requester, e)));

    /// <summary>Refuses a request with its calls; none of them was accepted.</summary>
    public void Refuse(Requester requester, IReply reply, IReadOnlyList<int> callIds, RemovalError refusal) =>
        PublishRefusal(requester, callIds.Count, () =>
        {
            var report = RemovalReport.AllFailed(callIds, refusal);
            logger.LogRefused(requester, report);
            Answer(requester, reply, report);
            foreach (var callId in callIds)
                RaiseEvent(callId, refusal, requester);
        });

    /// <summary>Refuses a request of which only the calls <paramref name="readable"/> could be read; no event is raised for them.</summary>
    public void Refuse(Requester requester, IReply reply, RemovalError refusal, IReadOnlyList<int> readable) => PublishRefusal(requester, 1, () =>
    {
        logger.LogRefusal(requester, refusal);
        Answer(requester, reply, RemovalReport.Refused(refusal, readable));
    });

    /// <summary>Reports a request whose pending calls the store keeps, to nobody else: they are not complete.</summary>
    public void ReportKept(RemovalRequest request) =>
        _pending.Enqueue(() => Answer(request.Requester, request.Reply, request.CreateReport()));

    /// <summary>Publishes what is pending now; what that adds waits for the next call. False if the budget ended first.</summary>
    public bool PublishPending()
    {
        logger.LogRestored(_restored);
        _restored.Clear();
        var hasTime = true;
        var remaining = _pending.Count;
        for (; hasTime && remaining > 0 && _pending.Count > 0; remaining--)
        {
            Publish(_pending.Dequeue());
            hasTime = !budget.IsSpent;
        }

        IsBehind = remaining > 0 && _pending.Count > 0;
        return hasTime;
    }

    // Refusing a request from within the reply that refuses the last one would recurse until the server crashes, so it waits.
    private void PublishRefusal(Requester requester, int calls, Action publish)
    {
        if (!_isPublishing)
        {
            Publish(publish);
            return;
        }

        var key = requester.Key;
        _pendingRefusals.TryGetValue(key, out var pending);
        if (pending > 0 && pending + calls > MaxPendingRefusals)
        {
            logger.LogDropped(requester);
            return;
        }

        _pendingRefusals[key] = pending + calls;
        _pending.Enqueue(() =>
        {
            _pendingRefusals[key] -= calls;
            publish();
        });
    }

    private void Publish(Action publish)
    {
        var wasPublishing = _isPublishing;
        _isPublishing = true;
        try
        {
            publish();
        }
        finally
        {
            _isPublishing = wasPublishing;
        }
    }

    private void Answer(Requester requester, IReply reply, RemovalReport report) =>
        RunGuarded(() => reply.Answer(report), e => logger.LogReplyFailure(requester, e));

    private void RaiseEvent(int callId, RemovalError? error, Requester requester) =>
        RunGuarded(() => events.Raise(callId, error, requester), logger.LogEventFailure);

    // One receiver's exception must not keep the outcome from the others.
    private static void RunGuarded(Action action, Action<Exception> logFailure)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            logFailure(e);
        }
    }
}
