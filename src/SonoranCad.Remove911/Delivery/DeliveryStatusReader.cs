using System;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Reads off how the delivery stands.</summary>
internal sealed class DeliveryStatusReader
{
    private readonly Outbox _outbox;
    private readonly BatchSender _sender;
    private readonly EndpointSelector _selector;
    private readonly RetrySchedule _schedule;
    private readonly DeliveryMetrics _metrics;
    private readonly IClock _clock;
    private readonly int _restoredCount;

    /// <param name="outbox">Just restored: what it holds now was accepted before the start.</param>
    /// <param name="sender">What is on its way.</param>
    /// <param name="selector">The endpoint in use.</param>
    /// <param name="schedule">The circuit.</param>
    /// <param name="metrics">What was since the start.</param>
    /// <param name="clock">The time.</param>
    public DeliveryStatusReader(Outbox outbox, BatchSender sender, EndpointSelector selector, RetrySchedule schedule, DeliveryMetrics metrics, IClock clock)
    {
        _outbox = outbox;
        _sender = sender;
        _selector = selector;
        _schedule = schedule;
        _metrics = metrics;
        _clock = clock;
        _restoredCount = outbox.Count;
    }

    public DeliveryStatus Read()
    {
        var now = _clock.Elapsed;
        var next = _sender.NextSendAt(now);
        return new DeliveryStatus
        {
            Api = _selector.Current.Name,
            HasWorked = _selector.HasWorked,
            CircuitOpenFor = _schedule.IsOpen ? now - _schedule.OpenSince : null,
            Waiting = _outbox.WaitingCount,
            InFlight = _outbox.Count - _outbox.WaitingCount,
            OldestAge = _outbox.Count == 0 ? null : now - _outbox.GetAll().Min(entry => entry.Deadline - entry.MaxAge),
            NextSendIn = next == TimeSpan.MaxValue ? null : next > now ? next - now : TimeSpan.Zero,

            // Every removal that was taken on is in the outbox or has ended.
            Accepted = _outbox.Count + _metrics.Cleared + _metrics.Failed - _restoredCount,
            Cleared = _metrics.Cleared,
            Failed = _metrics.Failed,
            Requests = _sender.RequestCount,
            Uptime = now,
            LastError = _metrics.LastError,
            LastErrorAgo = now - _metrics.LastErrorAt,
            LastErrorUtc = _metrics.LastErrorUtc,
        };
    }
}
