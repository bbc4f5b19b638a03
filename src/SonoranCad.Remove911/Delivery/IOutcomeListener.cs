namespace SonoranCad.Remove911.Delivery;

/// <summary>Gets the outcome of each accepted removal, within the tick. It must not throw or block.</summary>
internal interface IOutcomeListener
{
    /// <summary>The removal is complete: cleared if <paramref name="error"/> is null.</summary>
    void OnCompleted(OutboxEntry entry, RemovalError? error);
}
