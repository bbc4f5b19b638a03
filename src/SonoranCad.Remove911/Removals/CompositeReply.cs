using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Replies in two ways; the second is used even if the first throws.</summary>
internal sealed class CompositeReply(IReply first, IReply second) : IReply
{
    public void Answer(RemovalReport report)
    {
        try
        {
            first.Answer(report);
        }
        finally
        {
            second.Answer(report);
        }
    }

    public void Notify(Phrase line, Tone tone)
    {
        first.Notify(line, tone);
        second.Notify(line, tone);
    }
}
