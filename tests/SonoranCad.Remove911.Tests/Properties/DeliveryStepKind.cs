namespace SonoranCad.Remove911.Tests.Properties;

internal enum DeliveryStepKind
{
    /// <summary>A requester submits calls.</summary>
    Enqueue,

    /// <summary>Time passes, then the server ticks.</summary>
    Tick,

    /// <summary>The newest request gets a response.</summary>
    Respond,

    /// <summary>Any request gets a response: late, duplicate or out of order.</summary>
    RespondToAny,

    /// <summary>The process is killed: only the store survives.</summary>
    Crash,

    /// <summary>The resource stops and restarts.</summary>
    Stop,

    /// <summary>The owner edits config.json.</summary>
    ChangeAccount,

    /// <summary>A reload applies other limits and another API version.</summary>
    Reload,

    /// <summary>The CAD reports a call as removed.</summary>
    RemovedByCad,

    /// <summary>The server's client starts or stops refusing requests.</summary>
    ToggleSendFailure,
}
