namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Finds the calls for which the CAD refused a batch, or that it does not know, by halving. But a refusal may be about the
/// community, which more requests only make worse: so halving slows down while all parts are refused alike, and then ends.
/// </summary>
internal sealed class BatchSplitter(WaitingQueue queue, DeliveryMetrics metrics)
{
    // The batch and both halves: by then it is not one call's fault.
    private const int RefusalsToSlowDown = 3;
    private const int MaxRefusals = 12;

    // Of requests for one call that belong to no split batch.
    private readonly SplitFamily _singles = new();

    /// <summary>Puts a refused batch back as two halves, or returns the calls that are not tried again.</summary>
    public IReadOnlyList<OutboxEntry> SplitRefused(InFlightBatch batch, RemovalError error, out bool isOfCommunity)
    {
        var family = FamilyOf(batch);
        var refusals = family.CountRefusal(error, metrics.Cleared);
        isOfCommunity = refusals >= RefusalsToSlowDown;
        return refusals >= MaxRefusals ? queue.TakeFamily(family).Concat(batch.Entries).ToList() : Split(batch, family);
    }

    /// <summary>Puts a batch with an unknown call back as two halves, or returns the one that is unknown.</summary>
    public IReadOnlyList<OutboxEntry> SplitUnknown(InFlightBatch batch, RemovalError error)
    {
        var family = FamilyOf(batch);
        family.CountRefusal(error, metrics.Cleared);
        return Split(batch, family);
    }

    private SplitFamily FamilyOf(InFlightBatch batch) =>
        (batch.Entries.Count == 0 ? null : batch.Entries[0].Part?.Family) ?? (batch.NamedSeveralCalls ? new SplitFamily() : _singles);

    private IReadOnlyList<OutboxEntry> Split(InFlightBatch batch, SplitFamily family)
    {
        if (!batch.NamedSeveralCalls)
            return batch.Entries;

        queue.Split(batch.Entries, family);
        return [];
    }
}

/// <summary>A part of a batch that the CAD refused or failed on.</summary>
internal sealed class BatchPart(SplitFamily family)
{
    public SplitFamily Family { get; } = family;
}

/// <summary>What all parts of one split batch share, or all requests for one call.</summary>
internal sealed class SplitFamily
{
    private RemovalError? _error;
    private int _refusals;
    private int _cleared;

    /// <summary>Whether the CAD refused it, rather than failed: an outage that ends does not change that.</summary>
    public bool IsRefused => _error is not null;

    /// <summary>Counts a refusal; returns how many came in the same words while the number of all <paramref name="cleared"/> calls stood still.</summary>
    public int CountRefusal(RemovalError error, int cleared)
    {
        _refusals = cleared == _cleared && error.Message.Equals(_error?.Message) ? _refusals + 1 : 1;
        _cleared = cleared;
        _error = error;
        return _refusals;
    }
}
