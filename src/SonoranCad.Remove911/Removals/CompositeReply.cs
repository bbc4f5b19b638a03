using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Answers in two ways; the second is tried even where the first throws.</summary>
internal sealed class CompositeReply : IReply
{
    private readonly IReply _first;
    private readonly IReply _second;

    public CompositeReply(IReply first, IReply second)
    {
        _first = first;
        _second = second;
    }

    public void Answer(RemovalReport report)
    {
        try
        {
            _first.Answer(report);
        }
        finally
        {
            _second.Answer(report);
        }
    }

    public void Notify(Phrase line, Tone tone)
    {
        _first.Notify(line, tone);
        _second.Notify(line, tone);
    }
}
