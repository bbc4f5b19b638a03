using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Messages;

/// <summary>What came of one request: the calls that were cleared and those that were not.</summary>
internal sealed class RemovalReport
{
    private RemovalReport(IReadOnlyList<int> cleared, IReadOnlyList<RemovalFailure> failed)
    {
        Cleared = cleared;
        Failed = failed;
    }

    public IReadOnlyList<int> Cleared { get; }

    public IReadOnlyList<RemovalFailure> Failed { get; }

    /// <summary>Whether all that was asked was done.</summary>
    public bool Ok => Failed.Count == 0;

    public static RemovalReport Of(IReadOnlyList<int> cleared, IReadOnlyList<RemovalFailure> failed) => new(cleared, failed);

    public static RemovalReport AllCleared(IReadOnlyList<int> ids) => new(ids, Array.Empty<RemovalFailure>());

    public static RemovalReport AllFailed(IReadOnlyList<int> ids, Outcome outcome) =>
        new(Array.Empty<int>(), ids.Select(id => new RemovalFailure(id, outcome)).ToList());

    /// <summary>A request that was refused before any call was read from it.</summary>
    public static RemovalReport Refused(Outcome outcome) =>
        new(Array.Empty<int>(), new[] { new RemovalFailure(null, outcome) });
}
