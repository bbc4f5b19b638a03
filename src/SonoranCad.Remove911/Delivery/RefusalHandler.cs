using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Decides about calls that the CAD refused. One call may be the reason for a whole batch: halving finds it. But the refusal
/// may be about the community, and more requests would only make that worse. So halving slows down while all parts are
/// refused alike, and ends after a few refusals.
/// </summary>
internal sealed class RefusalHandler(WaitingQueue queue, DeliveryMetrics metrics)
{
    // The batch and both halves: by then it is not one call's fault.
    private const int RefusalsToSlowDown = 3;
    private const int MaxRefusals = 12;

    /// <summary>Puts the calls of a refused batch back as two halves, or says which are not tried again.</summary>
    public RefusalResult Handle(InFlightBatch batch, CadResult result)
    {
        var family = (batch.Entries.Count == 0 ? null : batch.Entries[0].Part?.Family) ?? new SplitFamily();
        var inARow = family.CountRefusal(result.Error!, metrics.Cleared);
        var refusals = result.Kind == CadResultKind.CallNotFound ? 0 : inARow;
        var isOfCommunity = refusals >= RefusalsToSlowDown;
        if (refusals >= MaxRefusals)
        {
            return new RefusalResult(isOfCommunity, queue.TakeFamily(family).Concat(batch.Entries).ToList());
        }

        if (!batch.NamedSeveralCalls)
        {
            return new RefusalResult(isOfCommunity, batch.Entries);
        }

        queue.Split(batch.Entries, family);
        return new RefusalResult(isOfCommunity, []);
    }
}

/// <summary>What follows from a refused batch.</summary>
/// <param name="IsOfCommunity">Whether the refusal is about the community rather than about one call, as far as anyone knows.</param>
/// <param name="Failed">The calls that are not tried again.</param>
internal readonly record struct RefusalResult(bool IsOfCommunity, IReadOnlyList<OutboxEntry> Failed);
