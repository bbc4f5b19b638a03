using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Somebody who asked for the newest call.</summary>
internal sealed class NewestCallRequest(Requester requester, IReply reply)
{
    public Requester Requester { get; } = requester;

    public IReply Reply { get; } = reply;

    public bool IsFrom(Requester requester) => Requester.Key == requester.Key;
}
