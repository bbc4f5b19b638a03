namespace SonoranCad.Remove911.Delivery;

/// <summary>The state of the delivery now, without account or secrets. Counts are since startup.</summary>
internal sealed class DeliveryStatus(
    Outbox outbox, BatchSender sender, SendPolicy policy, EndpointSelector endpoints, CircuitBreaker circuit, DeliveryMetrics metrics)
{
    // This is created right after the outbox is restored: what the outbox holds then was accepted before the start.
    private readonly int _restoredCount = outbox.Count;

    /// <summary>The endpoint in use: <c>v1</c>, <c>v1-typed</c>, <c>v2</c>.</summary>
    public string Api => endpoints.Current.Name;

    public bool HasWorked => endpoints.HasWorked;

    /// <summary>How long the circuit has been open; null while it is closed.</summary>
    public TimeSpan? CircuitOpenFor => circuit.IsOpen ? Uptime - circuit.OpenSince : null;

    public int Waiting => outbox.Waiting.Count;
    public int InFlight => outbox.Count - outbox.Waiting.Count;

    /// <summary>The age of the oldest removal, waiting or in flight; null if there is none.</summary>
    public TimeSpan? OldestAge => outbox.Count == 0 ? null : Uptime - outbox.GetAll().Min(entry => entry.AcceptedElapsed);

    /// <summary>When the next request may go out; null if nothing waits, or not before a response.</summary>
    public TimeSpan? NextSendIn => policy.TimeUntilNext(Uptime);

    /// <summary>The requests a minute that other servers with the same API key leave; null if there is no sign of any.</summary>
    public int? Share => policy.Share.FindReduced(Uptime);

    /// <summary>The most requests a minute by the settings.</summary>
    public int RequestsPerMinute => policy.Share.PermitLimit;

    // Every accepted removal is in the outbox or completed.
    public int Accepted => outbox.Count + metrics.Cleared + metrics.Failed - _restoredCount;

    public int Cleared => metrics.Cleared;
    public int Failed => metrics.Failed;

    /// <summary>The removal requests that were sent; one may name several calls.</summary>
    public int Requests => sender.RequestCount;

    public TimeSpan Uptime => metrics.Uptime;
    public RemovalError? LastError => metrics.LastError;
    public TimeSpan LastErrorAgo => Uptime - metrics.LastErrorAt;
    public DateTime LastErrorUtc => metrics.LastErrorUtc;
}
