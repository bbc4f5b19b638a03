using System;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Counts what came of removals since the start, and keeps the last thing that went wrong.</summary>
internal sealed class DeliveryMetrics(IClock clock) : IOutcomeListener
{
    /// <summary>The time since the start.</summary>
    public TimeSpan Uptime => clock.Elapsed;

    public int Cleared { get; private set; }

    /// <summary>Those that ended without being cleared.</summary>
    public int Failed { get; private set; }

    /// <summary>The last try that came to nothing, or the last removal that failed; null where all went well.</summary>
    public RemovalError? LastError { get; private set; }

    /// <summary>When that was, since the start.</summary>
    public TimeSpan LastErrorAt { get; private set; }

    /// <summary>When that was, by the time of day.</summary>
    public DateTime LastErrorUtc { get; private set; }

    /// <summary>A try failed and will be repeated.</summary>
    public void RecordError(RemovalError error)
    {
        LastError = error;
        LastErrorAt = clock.Elapsed;
        LastErrorUtc = clock.UtcNow;
    }

    public void OnCompleted(OutboxEntry entry, RemovalError? error)
    {
        if (error is null)
        {
            Cleared++;
            return;
        }

        Failed++;
        RecordError(error);
    }
}
