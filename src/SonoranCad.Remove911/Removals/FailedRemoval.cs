namespace SonoranCad.Remove911.Removals;

/// <summary>One call that was not cleared, or a request that named none (<see cref="CallId"/> is null).</summary>
internal sealed class FailedRemoval
{
    public FailedRemoval(int? callId, RemovalError error)
    {
        CallId = callId;
        Error = error;
    }

    public int? CallId { get; }

    public RemovalError Error { get; }
}
