namespace SonoranCad.Remove911.Abstractions;

/// <summary>How long a tick may hold the main thread; loops do one piece of work at least. No limit before the first.</summary>
internal sealed class TickBudget(IClock clock)
{
    private TimeSpan _endsAt = TimeSpan.MaxValue;

    public static TimeSpan Limit { get; } = TimeSpan.FromMilliseconds(2);
    public bool IsSpent => clock.Elapsed >= _endsAt;

    public void Start() => _endsAt = clock.Elapsed + Limit;

    /// <summary>Ends the limit, because what is left must be done before the resource stops.</summary>
    public void Lift() => _endsAt = TimeSpan.MaxValue;
}
