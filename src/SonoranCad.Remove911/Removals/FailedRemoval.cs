namespace SonoranCad.Remove911.Removals;

/// <summary>One call that was not cleared, or a request that named none (<see cref="CallId"/> is null).</summary>
internal sealed class FailedRemoval(int? callId, RemovalError error)
{
    public int? CallId { get; } = callId;

    public RemovalError Error { get; } = error;
}
