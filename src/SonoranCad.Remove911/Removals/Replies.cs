namespace SonoranCad.Remove911.Removals;

/// <summary>The way back to the requester.</summary>
internal interface IReply
{
    /// <summary>Reports the result, once. May throw and run others' code, so only the outcome publisher may call it.</summary>
    void Answer(RemovalReport report);

    /// <summary>Tells a person something before the result; a program gets the result only.</summary>
    void Notify(Phrase line, Tone tone);
}

/// <summary>Replies to the person at the server console with one line.</summary>
internal sealed class ConsoleReply(ILog log) : IReply
{
    public void Answer(RemovalReport report) => log.WriteReply(RemovalReportMessages.Summarize(report), report.Tone);

    public void Notify(Phrase line, Tone tone) => log.WriteReply(line, tone);
}

/// <summary>For a resource that passed no callback: logs the refusals that no outcome event reports.</summary>
internal sealed class LogReply(ILog log, Requester requester) : IReply
{
    public void Answer(RemovalReport report)
    {
        if (report.Failed.Count > 0 && report.Failed[0].CallId is null)
            log.Write(LogLevel.Warn, RemovalReportMessages.DescribeRefusal(requester, report.Failed[0].Error));
    }

    // Nobody is there to read it.
    public void Notify(Phrase line, Tone tone) { }
}

/// <summary>Replies to a player, also by the client's callback, unless somebody else has the player's id by then.</summary>
internal sealed class PlayerReply(IPlayerMessenger messenger, IPlayerDirectory players, Requester player, IReply? callback = null) : IReply
{
    public void Answer(RemovalReport report)
    {
        if (!IsStillOnline)
            return;

        messenger.Show(player.Source, RemovalReportMessages.Summarize(report), report.Tone);
        callback?.Answer(report);
    }

    public void Notify(Phrase line, Tone tone)
    {
        if (IsStillOnline)
            messenger.Show(player.Source, line, tone);
    }

    private bool IsStillOnline => players.Describe(player.Source).Key == player.Key;
}
