namespace SonoranCad.Remove911.Abstractions;

/// <summary>
/// The time that one tick may hold the main thread. Loops do at least one piece of work, stop once it is spent and go on in
/// the next tick. It has no limit until the first tick.
/// </summary>
internal sealed class TickBudget(IClock clock)
{
    private TimeSpan _endsAt = TimeSpan.MaxValue;

    public static TimeSpan Limit { get; } = TimeSpan.FromMilliseconds(2);

    public bool IsSpent => clock.Elapsed >= _endsAt;

    public void Start() => _endsAt = clock.Elapsed + Limit;

    /// <summary>Ends the limit, because what is left must be done before the resource stops.</summary>
    public void Lift() => _endsAt = TimeSpan.MaxValue;
}
