using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>The way back to the requester.</summary>
internal interface IReply
{
    /// <summary>
    /// Reports the result of the request, once. May run other resources' code, which may fire our events again, and may
    /// throw (a callback whose resource is gone): only the outcome publisher calls it, because it can cope with both.
    /// </summary>
    void Answer(RemovalReport report);

    /// <summary>Tells a person something before the result; a program only gets the result.</summary>
    void Notify(Phrase line, Tone tone);
}
