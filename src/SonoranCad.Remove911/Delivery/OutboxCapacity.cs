namespace SonoranCad.Remove911.Delivery;

/// <summary>How many more removals somebody may add to the outbox, and what limits that.</summary>
internal readonly record struct OutboxCapacity(int Remaining, OutboxLimit LimitedBy);

/// <summary>What limits how many removals the outbox accepts.</summary>
internal enum OutboxLimit
{
    /// <summary>The outbox as a whole: <c>maxWaiting</c>.</summary>
    Outbox,

    /// <summary>The player's part of it.</summary>
    Player,
}
