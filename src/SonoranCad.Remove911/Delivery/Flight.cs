using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>A request on its way, and the calls it names.</summary>
internal sealed class Flight
{
    public Flight(IReadOnlyList<OutboxEntry> batch, ICadEndpoint endpoint, CadAccount account, RateLimit limit, TimeSpan sentAt)
    {
        Batch = batch;
        Endpoint = endpoint;
        Account = account;
        Limit = limit;
        SentAt = sentAt;
    }

    public IReadOnlyList<OutboxEntry> Batch { get; }

    public ICadEndpoint Endpoint { get; }

    /// <summary>The account it was sent with: an answer about the key is about this one.</summary>
    public CadAccount Account { get; }

    public RateLimit Limit { get; }

    public TimeSpan SentAt { get; }

    /// <summary>The answer noted for the next tick, or null.</summary>
    public CadAnswer? Answer { get; set; }
}
