using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Decides about a batch that the CAD refused as a whole. One call may be the cause: halving finds it. But if both halves are
/// refused alike before anything has been cleared, the refusal is about the community, and more requests would only make it
/// worse: the whole batch waits, and fails after a few rounds.
/// </summary>
internal sealed class RefusalHandler(WaitingQueue queue, DeliveryMetrics metrics)
{
    // A round is the whole batch and its two halves: twelve requests at most.
    private const int MaxRounds = 4;

    /// <summary>Puts the calls of a refused batch back as the refusal demands.</summary>
    public RefusalResult Handle(InFlightBatch batch, RemovalError error)
    {
        var part = batch.Entries.Count == 0 ? null : batch.Entries[0].Part;
        if (part?.Sibling?.Refusal is not { } other || !AreAlike(other, error) || part.ClearedBefore != metrics.Cleared)
        {
            if (part is not null)
            {
                part.Refusal = error;
            }

            queue.Split(batch.Entries, metrics.Cleared);
            return new RefusalResult(IsOfCommunity: false, []);
        }

        var members = queue.TakeFamily(part.Family).Concat(batch.Entries).ToList();
        if (++part.Family.Rounds >= MaxRounds)
        {
            return new RefusalResult(IsOfCommunity: true, members);
        }

        queue.AddWhole(members, part.Family, metrics.Cleared);
        return new RefusalResult(IsOfCommunity: true, []);
    }

    private static bool AreAlike(RemovalError first, RemovalError second) =>
        first.Kind == second.Kind && first.Message.Equals(second.Message);
}

/// <summary>What follows from a refused batch.</summary>
/// <param name="IsOfCommunity">Whether the refusal is about the community rather than about one call.</param>
/// <param name="Failed">The calls that are not tried again.</param>
internal readonly record struct RefusalResult(bool IsOfCommunity, IReadOnlyList<OutboxEntry> Failed);
