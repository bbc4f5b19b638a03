using System;
using CadServer.Http;

namespace CadServer;

/// <summary>
/// The CAD's rate limits. The windows slide: a request counts until <see cref="Window"/> has
/// passed; a refused one doesn't count.
/// </summary>
public sealed class CadLimits
{
    private readonly SlidingWindows _windows = new();

    /// <summary>False for no limits at all.</summary>
    public bool Enforced { get; set; } = true;

    /// <summary>Requests per window to each v1 path; null for no limit. The vendor publishes none.</summary>
    public int? V1 { get; set; }

    /// <summary>
    /// Whether <see cref="V1"/> covers all v1 paths together. The vendor says "one call per second", but not to what.
    /// </summary>
    public bool V1IsShared { get; set; }

    /// <summary>Requests per window and key to each v2 endpoint except the list.</summary>
    public int V2 { get; set; } = 10;

    /// <summary>Requests per window and key to v2's list of calls.</summary>
    public int V2List { get; set; } = 5;

    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock of the windows, which a test replaces to avoid sleeping.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Counts a request, unless its window is full.</summary>
    /// <returns>How long until there is room again; null if there was room.</returns>
    internal TimeSpan? Acquire(string window, int? most)
    {
        if (!Enforced || most is null)
        {
            return null;
        }

        return _windows.Acquire(window, most.Value, Window, Clock);
    }
}
