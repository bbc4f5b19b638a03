using System;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>How the delivery stands, in plain data: no account, no secret.</summary>
internal sealed class DeliveryStatus
{
    /// <summary>The endpoint in use: <c>v1</c>, <c>v1-typed</c>, <c>v2</c>.</summary>
    public string Api { get; init; } = string.Empty;

    /// <summary>Whether that endpoint has cleared a call since the start.</summary>
    public bool HasWorked { get; init; }

    /// <summary>For how long the CAD has failed again and again; null while the circuit is closed.</summary>
    public TimeSpan? CircuitOpenFor { get; init; }

    /// <summary>The removals that wait to be sent.</summary>
    public int Waiting { get; init; }

    /// <summary>The removals whose request awaits its answer.</summary>
    public int InFlight { get; init; }

    /// <summary>How long the oldest of both is there; null where there is none.</summary>
    public TimeSpan? OldestAge { get; init; }

    /// <summary>In what time the next request may go out; null where nothing waits, or an answer is awaited first.</summary>
    public TimeSpan? NextSendIn { get; init; }

    /// <summary>The removals taken on since the start.</summary>
    public int Accepted { get; init; }

    public int Cleared { get; init; }

    public int Failed { get; init; }

    /// <summary>The requests with removals that were sent since the start.</summary>
    public int Requests { get; init; }

    /// <summary>The time since the start.</summary>
    public TimeSpan Uptime { get; init; }

    public RemovalError? LastError { get; init; }

    /// <summary>How long ago the last error was.</summary>
    public TimeSpan LastErrorAgo { get; init; }

    public DateTime LastErrorUtc { get; init; }
}
