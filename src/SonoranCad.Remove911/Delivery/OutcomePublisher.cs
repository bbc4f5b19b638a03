namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Reports outcomes to the requester, the log, our listeners and, by local events, other resources. Replies and events run
/// other resources' code, which may send requests, stop this resource, or throw. So they wait until the dispatcher has
/// finished its step (<see cref="PublishPending"/>), and each is guarded by itself.
/// </summary>
internal sealed class OutcomePublisher(
    OutcomeEvents events, IClock clock, ILog log, IReadOnlyList<IOutcomeListener> listeners, TickBudget budget)
{
    // A resource that asks twice whenever it is refused would otherwise double its refusals with every tick.
    private const int MaxPendingRefusals = CallIdList.MaxCount;

    private readonly OutcomeLogger _logger = new(log, clock);
    private readonly Queue<Action> _pending = new();
    private readonly List<(OutboxEntry Entry, RemovalError? Error)> _restored = [];

    // The refused calls in the queue, by their requester's key.
    private readonly Dictionary<string, int> _pendingRefusals = new(StringComparer.Ordinal);
    private bool _isPublishing;

    public bool HasPending => _pending.Count > 0;

    /// <summary>Whether the budget ended before all that was pending had been published.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Publishes the outcome of an accepted removal: cleared if <paramref name="error"/> is null.</summary>
    public void Publish(OutboxEntry entry, RemovalError? error)
    {
        foreach (var listener in listeners)
        {
            RunGuarded(() => listener.OnCompleted(entry, error), e => _logger.LogListenerFailure(listener, e));
        }

        _pending.Enqueue(() => RaiseEvent(entry.CallId, error, entry.Requester));
        foreach (var request in entry.Requests.Where(request => request.IsComplete))
        {
            _pending.Enqueue(() => SendReport(request));
        }

        if (entry.Requests.Count == 0)
        {
            // The restart ended its request: only the log and the event can report the outcome.
            _restored.Add((entry, error));
        }
    }

    /// <summary>Tells the requester that the request has to wait.</summary>
    public void NotifyWaiting(RemovalRequest request, Phrase message) =>
        _pending.Enqueue(() => Reply(request.Requester, () => request.Reply.Notify(message, Tone.Warning)));

    /// <summary>Refuses a request with its calls; none of them was accepted.</summary>
    public void Refuse(Requester requester, IReply reply, IReadOnlyList<int> callIds, RemovalError refusal)
    {
        PublishRefusal(requester, callIds.Count, () =>
        {
            var report = RemovalReport.AllFailed(callIds, refusal);
            _logger.LogRefused(requester, report);
            Reply(requester, () => reply.Answer(report));
            foreach (var callId in callIds)
            {
                RaiseEvent(callId, refusal, requester);
            }
        });
    }

    /// <summary>Refuses a request of which only the calls <paramref name="readable"/> could be read; no event is raised for them.</summary>
    public void Refuse(Requester requester, IReply reply, RemovalError refusal, IReadOnlyList<int> readable) => PublishRefusal(requester, 1, () =>
    {
        _logger.LogRefusal(requester, refusal);
        Reply(requester, () => reply.Answer(RemovalReport.Refused(refusal, readable)));
    });

    /// <summary>Reports a request whose pending calls the store keeps, to nobody else: they are not complete.</summary>
    public void ReportKept(RemovalRequest request) =>
        _pending.Enqueue(() => Reply(request.Requester, () => request.Reply.Answer(request.CreateReport())));

    /// <summary>Publishes what is pending now; what that adds waits for the next call. False if the budget ended first.</summary>
    public bool PublishPending()
    {
        LogRestored();
        var hasTime = true;
        var remaining = _pending.Count;
        for (; hasTime && remaining > 0 && _pending.Count > 0; remaining--)
        {
            Run(_pending.Dequeue());
            hasTime = !budget.IsSpent;
        }

        IsBehind = remaining > 0 && _pending.Count > 0;
        return hasTime;
    }

    // A resource may send a new request from within the reply that refuses the last one. Refusing that one right there would
    // recurse until the stack overflows and the server crashes, so it waits for the next tick.
    private void PublishRefusal(Requester requester, int calls, Action publish)
    {
        if (!_isPublishing)
        {
            Run(publish);
            return;
        }

        var key = requester.Key;
        _pendingRefusals.TryGetValue(key, out var pending);
        if (pending > 0 && pending + calls > MaxPendingRefusals)
        {
            _logger.LogDropped(requester);
            return;
        }

        _pendingRefusals[key] = pending + calls;
        _pending.Enqueue(() =>
        {
            _pendingRefusals[key] -= calls;
            publish();
        });
    }

    private void LogRestored()
    {
        foreach (var group in _restored.GroupBy(outcome => outcome.Entry.Requester.Key).Select(group => group.ToList()))
        {
            var requester = group[0].Entry.Requester;
            var request = new RemovalRequest(requester, new LogReply(log, requester), group.Select(outcome => outcome.Entry.CallId).ToList());
            group.ForEach(outcome => request.Record(outcome.Entry.CallId, outcome.Error, outcome.Entry.IsClearedUnlisted(outcome.Error)));
            _logger.LogReportAlways(requester, request.CreateReport());
        }

        _restored.Clear();
    }

    private void Run(Action publish)
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

    private void SendReport(RemovalRequest request)
    {
        var report = request.CreateReport();
        _logger.LogReport(request.Requester, report);
        Reply(request.Requester, () => request.Reply.Answer(report));
    }

    private void Reply(Requester requester, Action reply) => RunGuarded(reply, e => _logger.LogReplyFailure(requester, e));

    private void RaiseEvent(int callId, RemovalError? error, Requester requester) =>
        RunGuarded(() => events.Raise(callId, error, requester), _logger.LogEventFailure);

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
