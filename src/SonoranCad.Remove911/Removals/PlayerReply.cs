using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Answers a player with one chat line.</summary>
internal sealed class PlayerReply : IReply
{
    private readonly IPlayerDirectory _players;
    private readonly int _source;

    public PlayerReply(IPlayerDirectory players, int source)
    {
        _players = players;
        _source = source;
    }

    public void Answer(RemovalReport report) =>
        _players.Notify(_source, RemovalReportMessages.Summarize(report), report.IsSuccess ? Tone.Success : Tone.Warning);

    public void Notify(Phrase line, Tone tone) => _players.Notify(_source, line, tone);
}
