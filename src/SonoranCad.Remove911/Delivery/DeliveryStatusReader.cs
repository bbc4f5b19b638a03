using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Takes a snapshot of the delivery.</summary>
internal sealed class DeliveryStatusReader(
    Outbox outbox, BatchSender sender, SendPolicy policy, EndpointSelector endpoints, CircuitBreaker circuit, DeliveryMetrics metrics)
{
    // This is created right after the outbox is restored: what the outbox holds then was accepted before the start.
    private readonly int _restoredCount = outbox.Count;

    public DeliveryStatus Read()
    {
        var now = metrics.Uptime;
        var next = policy.NextSendAt(now);
        return new DeliveryStatus
        {
            Api = endpoints.Current.Name,
            HasWorked = endpoints.HasWorked,
            CircuitOpenFor = circuit.IsOpen ? now - circuit.OpenSince : null,
            Waiting = outbox.Waiting.Count,
            InFlight = outbox.Count - outbox.Waiting.Count,
            OldestAge = outbox.Count == 0 ? null : now - outbox.GetAll().Min(entry => entry.AcceptedElapsed),
            NextSendIn = next == TimeSpan.MaxValue ? null : next > now ? next - now : TimeSpan.Zero,
            Share = policy.Share.FindReduced(now),
            RequestsPerMinute = policy.Share.PermitLimit,

            // Every accepted removal is in the outbox or completed.
            Accepted = outbox.Count + metrics.Cleared + metrics.Failed - _restoredCount,
            Cleared = metrics.Cleared,
            Failed = metrics.Failed,
            Requests = sender.RequestCount,
            Uptime = now,
            LastError = metrics.LastError,
            LastErrorAgo = now - metrics.LastErrorAt,
            LastErrorUtc = metrics.LastErrorUtc,
        };
    }
}
