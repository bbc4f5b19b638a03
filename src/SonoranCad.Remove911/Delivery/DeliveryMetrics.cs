namespace SonoranCad.Remove911.Delivery;

/// <summary>Counts the outcomes of removals since startup, and keeps the last error.</summary>
internal sealed class DeliveryMetrics(IClock clock) : IOutcomeListener
{
    public TimeSpan Uptime => clock.Elapsed;
    public int Cleared { get; private set; }
    public int Failed { get; private set; }

    /// <summary>The error of the last failed try or removal; null if nothing failed.</summary>
    public RemovalError? LastError { get; private set; }

    public TimeSpan LastErrorAt { get; private set; }
    public DateTime LastErrorUtc { get; private set; }

    public void RecordError(RemovalError error)
    {
        LastError = error;
        LastErrorAt = clock.Elapsed;
        LastErrorUtc = clock.UtcNow;
    }

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        Cleared += error is null ? 1 : 0;
        Failed += error is null ? 0 : 1;
        if (error is not null)
            RecordError(error);
    }
}

/// <summary>Gets the outcome of each accepted removal, within the tick. It must not throw or block.</summary>
internal interface IOutcomeListener
{
    /// <summary>The removal is complete: cleared if <paramref name="error"/> is null.</summary>
    void OnCompleted(OutboxEntry entry, RemovalError? error);
}
