namespace SonoranCad.Remove911.Resilience;

/// <summary>Opens after five failures in a row. While it is open, one probe at a time goes out; a success closes it.</summary>
internal sealed class CircuitBreaker
{
    private const int FailureThreshold = 5;

    private int _consecutiveFailures;

    public bool IsOpen => _consecutiveFailures >= FailureThreshold;

    /// <summary>When the circuit opened; meaningless while it is closed.</summary>
    public TimeSpan OpenSince { get; private set; }

    /// <summary>Records a failure; returns whether it opened the circuit.</summary>
    public bool RecordFailure(TimeSpan now)
    {
        if (++_consecutiveFailures != FailureThreshold)
            return false;

        OpenSince = now;
        return true;
    }

    /// <summary>Records a success; returns whether it closed the circuit.</summary>
    public bool RecordSuccess()
    {
        var wasOpen = IsOpen;
        _consecutiveFailures = 0;
        return wasOpen;
    }
}
