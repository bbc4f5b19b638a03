using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Removals;

/// <summary>What came of one request: the calls that were cleared and those that were not.</summary>
internal sealed class RemovalReport
{
    private RemovalReport(IReadOnlyList<int> cleared, IReadOnlyList<FailedRemoval> failed)
    {
        Cleared = cleared;
        Failed = failed;
    }

    public IReadOnlyList<int> Cleared { get; }

    public IReadOnlyList<FailedRemoval> Failed { get; }

    /// <summary>Whether all that was asked was done.</summary>
    public bool IsSuccess => Failed.Count == 0;

    public static RemovalReport Create(IReadOnlyList<int> cleared, IReadOnlyList<FailedRemoval> failed) => new(cleared, failed);

    public static RemovalReport AllCleared(IReadOnlyList<int> ids) => new(ids, Array.Empty<FailedRemoval>());

    public static RemovalReport AllFailed(IReadOnlyList<int> ids, RemovalError error) =>
        new(Array.Empty<int>(), ids.Select(id => new FailedRemoval(id, error)).ToList());

    /// <summary>A request that was refused before any call was read from it.</summary>
    public static RemovalReport Refused(RemovalError error) =>
        new(Array.Empty<int>(), new[] { new FailedRemoval(null, error) });
}
