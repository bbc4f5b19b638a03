using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Removals;

/// <summary>Replies to a player with one message.</summary>
internal sealed class PlayerReply(IPlayerMessenger messenger, int source) : IReply
{
    public void Answer(RemovalReport report) =>
        messenger.Show(source, RemovalReportMessages.Summarize(report), report.IsSuccess ? Tone.Success : Tone.Warning);

    public void Notify(Phrase line, Tone tone) => messenger.Show(source, line, tone);
}
