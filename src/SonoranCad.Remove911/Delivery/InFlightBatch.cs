using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>A removal request in flight and the calls that it names.</summary>
internal sealed class InFlightBatch(IReadOnlyList<OutboxEntry> entries, SendTarget target, RateLimiter rateLimiter, TimeSpan sentAt)
{
    /// <summary>The entries that the response is about; fewer than the request named after <see cref="TakeRemovedByCad"/>.</summary>
    public IReadOnlyList<OutboxEntry> Entries { get; private set; } = entries;

    /// <summary>Whether the request named several calls: a refusal of it may be about one that is no longer in the batch.</summary>
    public bool NamedSeveralCalls { get; } = entries.Count > 1;

    public IRemovalEndpoint Endpoint => target.Endpoint;

    /// <summary>The account it was sent with: a response about the key is about this one.</summary>
    public CadAccount Account => target.Account;

    public RateLimiter RateLimiter { get; } = rateLimiter;

    public TimeSpan SentAt { get; } = sentAt;

    /// <summary>The response; null while it is in flight. Set once, by <see cref="BatchSender"/>.</summary>
    public HttpResponse? Response { get; set; }

    /// <summary>Removes the entries that the CAD has removed meanwhile: the response does not matter to them.</summary>
    public IReadOnlyList<OutboxEntry> TakeRemovedByCad()
    {
        var removed = Entries.Where(entry => entry.IsRemovedByCad).ToList();
        if (removed.Count > 0)
        {
            Entries = Entries.Where(entry => !entry.IsRemovedByCad).ToList();
        }

        return removed;
    }
}
