using System;

namespace SonoranCad.Remove911.Delivery;

/// <summary>How much may wait, how long, and how fast it goes out.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>The most removals that the outbox holds.</summary>
    public int MaxWaiting { get; set; } = 1000;

    /// <summary>How long a removal is tried.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>The stretch of time between two requests to API v1.</summary>
    public TimeSpan V1Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The most requests to API v2 in any minute.</summary>
    public int V2PerMinute { get; set; } = 10;

    /// <summary>The most removals of one player that the outbox holds: no client can keep the others out.</summary>
    public int MaxPerPlayer => Math.Max(1, MaxWaiting / 10);

    /// <summary>
    /// How long an answer is waited for. The server's own client gives up after 5 s without a byte, so past this the
    /// answer is lost.
    /// </summary>
    public static TimeSpan ResponseTimeout { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Takes over other limits; what was accepted or sent before keeps counting.</summary>
    public void Reconfigure(DeliveryOptions options)
    {
        MaxWaiting = options.MaxWaiting;
        MaxAge = options.MaxAge;
        V1Interval = options.V1Interval;
        V2PerMinute = options.V2PerMinute;
    }
}
