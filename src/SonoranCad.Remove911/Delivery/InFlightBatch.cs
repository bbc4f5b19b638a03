namespace SonoranCad.Remove911.Delivery;

/// <summary>A removal request in flight, with the calls that it names.</summary>
internal sealed class InFlightBatch(IReadOnlyList<OutboxEntry> entries, SendTarget target, RateLimiter rateLimiter, TimeSpan sentAt)
{
    /// <summary>The entries that the response applies to: the request's, less those of <see cref="TakeRemovedByCad"/>.</summary>
    public IReadOnlyList<OutboxEntry> Entries { get; private set; } = entries;

    /// <summary>Whether the request named several calls; a refusal may be about one that is no longer in the batch.</summary>
    public bool NamedSeveralCalls { get; } = entries.Count > 1;

    public RemovalEndpoint Endpoint => target.Endpoint;

    /// <summary>The account that the request was sent with; the owner may have changed it since.</summary>
    public CadAccount Account => target.Account;

    public RateLimiter RateLimiter { get; } = rateLimiter;
    public TimeSpan SentAt { get; } = sentAt;

    /// <summary>What the response means; null while the request is in flight. Set once, by <see cref="BatchSender"/>.</summary>
    public CadResult? Result { get; set; }

    public RemovalError Error => Result!.Error!;

    /// <summary>Takes out the entries whose calls were reported gone since sending: the response does not matter to them.</summary>
    public IReadOnlyList<OutboxEntry> TakeRemovedByCad()
    {
        var removed = Entries.Where(entry => entry.IsRemovedByCad).ToList();
        Entries = removed.Count == 0 ? Entries : Entries.Except(removed).ToList();
        return removed;
    }
}
