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
    private readonly EndpointSelector _ring;
    private readonly RetrySchedule _schedule;
    private readonly DeliveryMetrics _tally;
    private readonly IClock _clock;
    private readonly int _restored;

    /// <param name="outbox">Just restored: what it holds now was accepted before the start.</param>
    /// <param name="sender">What is on its way.</param>
    /// <param name="ring">The endpoint in use.</param>
    /// <param name="schedule">The circuit.</param>
    /// <param name="tally">What was since the start.</param>
    /// <param name="clock">The time.</param>
    public DeliveryStatusReader(Outbox outbox, BatchSender sender, EndpointSelector ring, RetrySchedule schedule, DeliveryMetrics tally, IClock clock)
    {
        _outbox = outbox;
        _sender = sender;
        _ring = ring;
        _schedule = schedule;
        _tally = tally;
        _clock = clock;
        _restored = outbox.Count;
    }

    public DeliveryStatus Read()
    {
        var now = _clock.Elapsed;
        var next = _sender.NextAt(now);
        return new DeliveryStatus
        {
            Api = _ring.Current.Name,
            HasWorked = _ring.IsSettled,
            OpenFor = _schedule.IsOpen ? now - _schedule.OpenSince : null,
            Waiting = _outbox.WaitingCount,
            OnTheirWay = _outbox.Count - _outbox.WaitingCount,
            OldestFor = _outbox.Count == 0 ? null : now - _outbox.All().Min(entry => entry.Deadline - entry.MaxAge),
            NextSendIn = next == TimeSpan.MaxValue ? null : next > now ? next - now : TimeSpan.Zero,

            // Every removal that was taken on is in the outbox or has ended.
            Accepted = _outbox.Count + _tally.Cleared + _tally.Failed - _restored,
            Cleared = _tally.Cleared,
            Failed = _tally.Failed,
            Requests = _sender.Requests,
            Uptime = now,
            LastError = _tally.LastError,
            LastErrorAgo = now - _tally.LastErrorAt,
            LastErrorUtc = _tally.LastErrorUtc,
        };
    }
}
