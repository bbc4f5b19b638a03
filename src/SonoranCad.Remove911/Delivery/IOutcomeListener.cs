using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Hears of each accepted removal's end, within the tick: it notes what it needs, and neither throws nor waits.</summary>
internal interface IOutcomeListener
{
    /// <param name="entry">The removal.</param>
    /// <param name="error">Why it was not cleared; null where it was.</param>
    void OnCompleted(OutboxEntry entry, RemovalError? error);
}
