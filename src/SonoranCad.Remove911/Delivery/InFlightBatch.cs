using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>A request on its way, and the calls it names.</summary>
internal sealed class InFlightBatch
{
    public InFlightBatch(IReadOnlyList<OutboxEntry> entries, IRemovalEndpoint endpoint, CadAccount account, RateLimiter rateLimiter, TimeSpan sentAt)
    {
        Entries = entries;
        NamedSeveralCalls = entries.Count > 1;
        Endpoint = endpoint;
        Account = account;
        RateLimiter = rateLimiter;
        SentAt = sentAt;
    }

    public IReadOnlyList<OutboxEntry> Entries { get; private set; }

    /// <summary>Whether its request named several calls: a refusal of it may be about one that is no longer in the batch.</summary>
    public bool NamedSeveralCalls { get; }

    public IRemovalEndpoint Endpoint { get; }

    /// <summary>The account it was sent with: an answer about the key is about this one.</summary>
    public CadAccount Account { get; }

    public RateLimiter RateLimiter { get; }

    public TimeSpan SentAt { get; }

    /// <summary>The answer noted for the next tick, or null.</summary>
    public HttpResponse? Response { get; set; }

    /// <summary>Takes those out of the batch that the CAD has removed meanwhile: the answer does not matter to them.</summary>
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
