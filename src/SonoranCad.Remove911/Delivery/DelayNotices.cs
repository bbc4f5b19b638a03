using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells each requester once that the request waits, with its place and an estimate.</summary>
internal sealed class DelayNotices
{
    // A shorter wait is over before the line is read.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(1.5);

    private readonly Outbox _outbox;
    private readonly BatchSender _sender;
    private readonly OutcomePublisher _announcer;
    private readonly List<RemovalRequest> _untold = new();

    public DelayNotices(Outbox outbox, BatchSender sender, OutcomePublisher announcer)
    {
        _outbox = outbox;
        _sender = sender;
        _announcer = announcer;
    }

    public void Watch(RemovalRequest ticket) => _untold.Add(ticket);

    /// <summary>Tells those who wait longer than a moment, or whose first try failed.</summary>
    public void Tell(TimeSpan now)
    {
        if (_untold.Count == 0)
        {
            return;
        }

        // Once for all: counted for each request, a full outbox would hold the server up.
        _outbox.CountPlaces();
        _untold.RemoveAll(ticket => ticket.IsComplete || TryTell(ticket, now));
    }

    private bool TryTell(RemovalRequest ticket, TimeSpan now)
    {
        foreach (var callId in ticket.CallIds)
        {
            if (_outbox.Find(callId) is not { IsWaiting: true } entry)
            {
                continue;
            }

            var estimate = _sender.Estimate(entry.Place, now);
            if (entry.LastFailure is null && estimate < WorthTelling)
            {
                return false;
            }

            _announcer.Wait(ticket, DelayMessages.Line(ticket.CallIds, entry.Place, estimate, entry.LastFailure));
            return true;
        }

        return false;
    }
}
