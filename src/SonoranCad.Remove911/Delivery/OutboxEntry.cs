using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>One call to be removed, from its acceptance to its end.</summary>
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

    /// <summary>Who asked first.</summary>
    public Requester Requester { get; }

    /// <summary>In UTC, as the store has it.</summary>
    public DateTime AcceptedAt { get; }

    /// <summary>When it expires, on the clock that never jumps.</summary>
    public TimeSpan Deadline { get; }

    /// <summary>How long it is tried in all: what the owner allowed when it was accepted.</summary>
    public TimeSpan MaxAge { get; init; }

    /// <summary>The CAD community it was accepted for: another one's call of that number is another call. Null: not known.</summary>
    public string? CommunityId { get; set; }

    /// <summary>Its place in the queue; in no list while its request is on its way.</summary>
    public LinkedListNode<OutboxEntry> Node { get; }

    /// <summary>Those who wait for it; none after a restart.</summary>
    public List<RemovalRequest> Requests { get; } = new(1);

    /// <summary>How often a request with it was sent.</summary>
    public int Tries { get; set; }

    /// <summary>The endpoint that the last try went to (<c>v1</c>, <c>v1-typed</c>, <c>v2</c>), or empty.</summary>
    public string Api { get; set; } = string.Empty;

    /// <summary>Whether a try of it may have reached the CAD without an answer: then the call may be cleared already.</summary>
    public bool MayBeCleared { get; set; }

    /// <summary>Whether the CAD has told that the call is gone: it ends as cleared and is not sent any more.</summary>
    public bool IsRemovedByCad { get; set; }

    /// <summary>What the last try came to, or null.</summary>
    public RemovalError? LastError { get; set; }

    /// <summary>Entries of one number other than 0 go out together and with no others: parts of a batch that was refused.</summary>
    public int SplitGroup { get; set; }

    /// <summary>Its place among those that wait, from 1, as <see cref="WaitingQueue.UpdatePositions"/> last found it.</summary>
    public int Position { get; set; }

    public bool IsComplete { get; set; }

    public bool IsWaiting => Node.List is not null;
}
