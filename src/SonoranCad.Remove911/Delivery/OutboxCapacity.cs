namespace SonoranCad.Remove911.Delivery;

/// <summary>How many more removals a requester may add to the outbox, and what limits that.</summary>
internal readonly record struct OutboxCapacity(int Remaining, OutboxLimit LimitedBy);

internal enum OutboxLimit
{
    /// <summary>The whole outbox: <c>maxWaiting</c>.</summary>
    Outbox,

    /// <summary>The player's share of <c>maxWaiting</c>.</summary>
    Player,
}
