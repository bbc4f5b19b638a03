namespace SonoranCad.Remove911.Delivery;

/// <summary>One call to be removed, from acceptance to outcome. Only the types that the docs name may set a property.</summary>
internal sealed class OutboxEntry(int callId, CallTarget? target, Requester requester, DateTime acceptedAt)
{
    public int CallId { get; } = callId;

    /// <summary>Where the call belongs. Null if version 0.2.0 stored it: then only <see cref="CommunityId"/> is known.</summary>
    public CallTarget? Target { get; } = target;

    /// <summary>What no other entry in the outbox has.</summary>
    public EntryKey Key => new(CallId, Target);

    public string? CommunityId { get; init; }
    public Requester Requester { get; } = requester;
    public DateTime AcceptedAt { get; } = acceptedAt;

    /// <summary>The entry's key in the store. Set by <see cref="OutboxStore"/>.</summary>
    public string StoreKey { get; set; } = string.Empty;

    /// <summary>When the entry was accepted, in time since the start; negative if before it. Set by <see cref="Outbox"/>.</summary>
    public TimeSpan AcceptedElapsed { get; set; }

    /// <summary>How long the entry is tried: <c>maxAgeMinutes</c> at its acceptance or restoring. Set by <see cref="Outbox"/>.</summary>
    public TimeSpan MaxAge { get; set; }

    /// <summary>When to look whether the entry expires, in time since the start. Set by <see cref="ExpiryQueue"/>.</summary>
    public TimeSpan Deadline { get; set; }

    /// <summary>The place in <see cref="ExpiryQueue"/> if the deadline was the latest when it was set.</summary>
    public LinkedListNode<OutboxEntry> DeadlineNode => field ??= new(this);

    /// <summary>The order among entries whose deadline was not the latest; 0 if it is none of them. Set by <see cref="ExpiryQueue"/>.</summary>
    public int DeadlineOrder { get; set; }

    /// <summary>The place in <see cref="WaitingQueue"/>; in no list while the entry is in flight.</summary>
    public LinkedListNode<OutboxEntry> Node => field ??= new(this);

    /// <summary>The requests that wait for the outcome; none after a restart. Added by <see cref="Outbox"/>.</summary>
    public List<RemovalRequest> Requests { get; } = new(1);

    /// <summary>When the first try went out, in UTC; null before it. Set by <see cref="Outbox"/>.</summary>
    public DateTime? FirstTriedAt { get; set; }

    /// <summary>Whether its latest try ended after its age had passed: no other one follows. Set by <see cref="Outbox"/>.</summary>
    public bool HadLastTry { get; set; }

    /// <summary>The finished tries, with or without a response. Set by <see cref="BatchSender"/>.</summary>
    public int Tries { get; set; }

    /// <summary>The name of the last try's endpoint, or empty. Set by <see cref="BatchSender"/>.</summary>
    public string Api { get; set; } = string.Empty;

    /// <summary>Whether a failed try may have cleared the call. Set by RetryHandler, OutboxDispatcher and the store.</summary>
    public bool MayBeCleared { get; set; }

    /// <summary>Whether the call was not among the known open calls when it was sent. Set by <see cref="Outbox"/>.</summary>
    public bool IsUnlisted { get; set; }

    /// <summary>The request in flight, or null. Set by <see cref="Outbox"/> and <see cref="BatchSender"/>.</summary>
    public InFlightBatch? Batch { get; set; }

    /// <summary>Whether the CAD reported the call gone: it counts as cleared. Set by <see cref="OutboxDispatcher"/>.</summary>
    public bool IsRemovedByCad { get; set; }

    /// <summary>The error of the last failed try, or null. Set by <see cref="RetryHandler"/>.</summary>
    public RemovalError? LastError { get; set; }

    /// <summary>How often the CAD failed on this call alone. From the first time on it shares no batch. Set by <see cref="WaitingQueue"/>.</summary>
    public int LoneFailures { get; set; }

    /// <summary>The CAD's successes before it first failed on the call, alone or in a batch. Set by <see cref="RetryHandler"/>.</summary>
    public int? SuccessesBefore { get; set; }

    /// <summary>When the call goes out again after it failed alone. Set by <see cref="WaitingQueue"/>.</summary>
    public TimeSpan NextTryAt { get; set; }

    /// <summary>Its part of a split batch, which goes out alone; otherwise null. Set by <see cref="WaitingQueue"/>.</summary>
    public BatchPart? Part { get; set; }

    /// <summary>The position in the queue, from 1. Set by <see cref="WaitingQueue.UpdatePositions"/>.</summary>
    public int Position { get; set; }

    /// <summary>Whether its outcome is decided and only its turn has not come. Set by <see cref="OutcomePublisher"/>.</summary>
    public bool IsDecided { get; set; }

    public bool HasDeadline => DeadlineNode.List is not null || DeadlineOrder > 0;
    public bool IsWaiting => Node.List is not null;

    /// <summary>Whether the CAD accepted the removal of a call that it did not list.</summary>
    public bool IsClearedUnlisted(RemovalError? error) => error is null && IsUnlisted && !IsRemovedByCad;

    public bool BelongsTo(CallTarget target) => Target is null ? CommunityId is null || CommunityId == target.CommunityId : Target == target;
}

/// <summary>A call and where it belongs. Hashes only the id, because each command looks it up, and two calls rarely share one.</summary>
internal readonly record struct EntryKey(int CallId, CallTarget? Target)
{
    public override int GetHashCode() => CallId;
}
