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

    public bool IsFrom(Requester requester) => Requester.Key == requester.Key;
}
