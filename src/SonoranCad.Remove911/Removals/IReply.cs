using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>The way back to who asked.</summary>
internal interface IReply
{
    /// <summary>
    /// Tells what came of the request, once. May run other resources' code, which may fire our events again, and may
    /// throw (a callback whose resource is gone): called by <see cref="Delivery.OutcomePublisher"/> alone, which bears both.
    /// </summary>
    void Answer(RemovalReport report);

    /// <summary>Tells a person something on the way to the answer; a program is only told the answer.</summary>
    void Notify(Phrase line, Tone tone);
}
