namespace SonoranCad.Remove911.Removals;

/// <summary>One call that was not cleared, or a request that named none (<see cref="CallId"/> is null).</summary>
internal sealed record FailedRemoval(int? CallId, RemovalError Error);
