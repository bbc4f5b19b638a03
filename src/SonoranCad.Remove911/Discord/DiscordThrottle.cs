namespace SonoranCad.Remove911.Discord;

/// <summary>Decides when a message may be posted: one at a time, one every two seconds, and later after failures.</summary>
internal sealed class DiscordThrottle
{
    // Five attempts take about half a minute, while the next outcomes queue up.
    private const int MaxAttempts = 5;

    private readonly RateLimiter _rateLimiter = new(1, TimeSpan.FromSeconds(2));
    private TimeSpan _nextAttemptAt;
    private int _failures;

    public bool IsDue(TimeSpan now) => now >= _nextAttemptAt && _rateLimiter.NextPermitAt(now) <= now;

    /// <summary>Takes the permit when a message is posted.</summary>
    public void Acquire() => _rateLimiter.Acquire();

    /// <summary>Returns the permit when the response has arrived or timed out.</summary>
    public void Release(TimeSpan now) => _rateLimiter.Release(now);

    /// <summary>Gives the next message all its attempts.</summary>
    public void ResetFailures() => _failures = 0;

    /// <summary>Records a failed attempt. Returns whether it was the message's last one.</summary>
    public bool RecordFailure(HttpResponse response, TimeSpan now)
    {
        _failures++;
        _nextAttemptAt = now + DiscordResponse.GetRetryDelay(response, _failures);
        return _failures >= MaxAttempts;
    }

    /// <summary>Forgets the failures, because another webhook had none.</summary>
    public void Reset()
    {
        _failures = 0;
        _nextAttemptAt = TimeSpan.Zero;
    }
}
