namespace SonoranCad.Remove911.Removals;

/// <summary>The result of one request: the calls that were cleared and those that were not.</summary>
internal sealed record RemovalReport(IReadOnlyList<int> Cleared, IReadOnlyList<FailedRemoval> Failed)
{
    public bool IsSuccess => Failed.Count == 0;

    public static RemovalReport AllCleared(IReadOnlyList<int> ids) => new(ids, []);

    public static RemovalReport AllFailed(IReadOnlyList<int> ids, RemovalError error) =>
        new([], ids.Select(id => new FailedRemoval(id, error)).ToList());

    /// <summary>A request that was refused before any call was read from it.</summary>
    public static RemovalReport Refused(RemovalError error) => new([], new[] { new FailedRemoval(null, error) });
}
