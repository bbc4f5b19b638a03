using System;
using CadServer.Http;

namespace CadServer.Discord;

/// <summary>
/// The webhook's rate limit, off until <see cref="Enforced"/>. The window slides; a refused post doesn't count.
/// </summary>
public sealed class DiscordLimit
{
    private readonly SlidingWindows _windows = new();

    public bool Enforced { get; set; }

    /// <summary>Posts per window.</summary>
    public int Most { get; set; } = 5;

    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock of the window, which a test replaces to avoid sleeping.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Counts a post, unless the window is full.</summary>
    /// <returns>How long until there is room again; null if there was room.</returns>
    internal TimeSpan? Acquire() => Enforced ? _windows.Acquire("webhook", Most, Window, Clock) : null;
}
