namespace SonoranCad.Remove911.Removals;

/// <summary>
/// Replies to a player with one message, and through <paramref name="callback"/> if the player's client passed one. Minutes
/// may pass until then, and the server may have given the player's id to somebody else, who must not get the reply.
/// </summary>
internal sealed class PlayerReply(IPlayerMessenger messenger, IPlayerDirectory players, Requester player, IReply? callback = null) : IReply
{
    public void Answer(RemovalReport report)
    {
        Notify(RemovalReportMessages.Summarize(report), report.Tone);
        if (IsStillOnline)
            callback?.Answer(report);
    }

    public void Notify(Phrase line, Tone tone)
    {
        if (IsStillOnline)
            messenger.Show(player.Source, line, tone);
    }

    private bool IsStillOnline => players.Describe(player.Source).Key == player.Key;
}
