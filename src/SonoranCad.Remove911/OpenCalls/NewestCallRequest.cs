using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Somebody who asked for the newest call.</summary>
internal sealed class NewestCallRequest
{
    public NewestCallRequest(Requester requester, IReply reply)
    {
        Requester = requester;
        Reply = reply;
    }

    public Requester Requester { get; }

    public IReply Reply { get; }

    /// <summary>The name as the others are told it; the license is nobody's business.</summary>
    public object Name => Requester.Kind == RequesterKind.Console ? new Phrase("requester.console") : Requester.Name;

    public bool IsFrom(Requester requester) => RequesterKey.For(Requester) == RequesterKey.For(requester);
}
