using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>One call to be removed, from acceptance to outcome. Only the types that the docs name may set a property.</summary>
internal sealed class OutboxEntry
{
    public OutboxEntry(int callId, Requester requester, DateTime acceptedAt, TimeSpan deadline)
    {
        CallId = callId;
        Requester = requester;
        AcceptedAt = acceptedAt;
        Deadline = deadline;
        Node = new LinkedListNode<OutboxEntry>(this);
    }

    public int CallId { get; }

    /// <summary>The first requester.</summary>
    public Requester Requester { get; }

    /// <summary>In UTC, as in the store.</summary>
    public DateTime AcceptedAt { get; }

    /// <summary>When the entry expires, in time since the start.</summary>
    public TimeSpan Deadline { get; }

    /// <summary>How long the entry may stay pending: <c>maxAgeMinutes</c> at its acceptance or restoring.</summary>
    public TimeSpan MaxAge { get; init; }

    /// <summary>The call's community: in another one, the same id is another call. Null if unknown.</summary>
    public string? CommunityId { get; init; }

    /// <summary>The place in <see cref="WaitingQueue"/>; in no list while the entry is in flight.</summary>
    public LinkedListNode<OutboxEntry> Node { get; }

    /// <summary>The requests that wait for the outcome; none after a restart. Added by <see cref="Outbox"/>.</summary>
    public List<RemovalRequest> Requests { get; } = new(1);

    /// <summary>The finished tries, with or without a response. Set by <see cref="ResponseHandler"/>.</summary>
    public int Tries { get; set; }

    /// <summary>The name of the last try's endpoint, or empty. Set by <see cref="ResponseHandler"/>.</summary>
    public string Api { get; set; } = string.Empty;

    /// <summary>Whether an unsuccessful try may have cleared the call. Set by the handlers of responses and retries.</summary>
    public bool MayBeCleared { get; set; }

    /// <summary>Whether the CAD reported the call gone: it counts as cleared. Set by <see cref="OutboxDispatcher"/>.</summary>
    public bool IsRemovedByCad { get; set; }

    /// <summary>The error of the last failed try, or null. Set by <see cref="RetryHandler"/>.</summary>
    public RemovalError? LastError { get; set; }

    /// <summary>Not 0 in a part of a split batch, which goes out alone. Set by <see cref="WaitingQueue"/>.</summary>
    public int SplitGroup { get; set; }

    /// <summary>The position in the queue, from 1. Set by <see cref="WaitingQueue.UpdatePositions"/>.</summary>
    public int Position { get; set; }

    /// <summary>Set by <see cref="Outbox"/>.</summary>
    public bool IsComplete { get; set; }

    public bool IsWaiting => Node.List is not null;
}
