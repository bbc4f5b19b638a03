namespace SonoranCad.Remove911.Removals;

/// <summary>The way back to the requester.</summary>
internal interface IReply
{
    /// <summary>
    /// Reports the result of the request, once. It may throw (a callback whose resource has stopped) and may run other
    /// resources' code, which may send requests again. Only the outcome publisher may call it, because it handles both.
    /// </summary>
    void Answer(RemovalReport report);

    /// <summary>Tells a person something before the result; a program gets the result only.</summary>
    void Notify(Phrase line, Tone tone);
}
