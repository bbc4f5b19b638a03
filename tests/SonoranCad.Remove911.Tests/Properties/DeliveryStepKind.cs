namespace SonoranCad.Remove911.Tests.Properties;

internal enum DeliveryStepKind
{
    /// <summary>Somebody asks for some calls.</summary>
    Enqueue,

    /// <summary>Time passes, then the server ticks.</summary>
    Tick,

    /// <summary>The newest request is answered.</summary>
    Respond,

    /// <summary>Any request is answered: late, again, or out of order.</summary>
    RespondToAny,

    /// <summary>Nothing is left but the store.</summary>
    Crash,

    /// <summary>The resource is told to stop, and starts again.</summary>
    Stop,

    /// <summary>The owner edits config.json.</summary>
    ChangeAccount,

    /// <summary>The owner has other limits and another API taken up.</summary>
    Reload,

    /// <summary>The CAD tells that a call is gone.</summary>
    RemovedByCad,

    /// <summary>The server's client takes no more requests, or does again.</summary>
    ToggleSendFailure,
}
