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

/// <summary>A snapshot of the delivery, without account or secrets. Counts are since the start.</summary>
internal sealed class DeliveryStatus
{
    /// <summary>The endpoint in use: <c>v1</c>, <c>v1-typed</c>, <c>v2</c>.</summary>
    public string Api { get; init; } = string.Empty;

    /// <summary>Whether that endpoint has cleared a call.</summary>
    public bool HasWorked { get; init; }

    /// <summary>How long the circuit has been open; null while it is closed.</summary>
    public TimeSpan? CircuitOpenFor { get; init; }

    public int Waiting { get; init; }

    public int InFlight { get; init; }

    /// <summary>The age of the oldest removal, waiting or in flight; null if there is none.</summary>
    public TimeSpan? OldestAge { get; init; }

    /// <summary>When the next request may go out; null if nothing waits, or not before a response.</summary>
    public TimeSpan? NextSendIn { get; init; }

    /// <summary>The requests a minute that other servers with the same API key leave; null if there is no sign of any.</summary>
    public int? Share { get; init; }

    /// <summary>The most requests a minute by the settings.</summary>
    public int RequestsPerMinute { get; init; }

    public int Accepted { get; init; }

    public int Cleared { get; init; }

    public int Failed { get; init; }

    /// <summary>The removal requests that were sent; one may name several calls.</summary>
    public int Requests { get; init; }

    public TimeSpan Uptime { get; init; }

    public RemovalError? LastError { get; init; }

    public TimeSpan LastErrorAgo { get; init; }

    public DateTime LastErrorUtc { get; init; }
}
