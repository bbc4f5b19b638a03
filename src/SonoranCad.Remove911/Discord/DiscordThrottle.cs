using System;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Discord;

/// <summary>When a post may go out: one at a time, one in two seconds, and later after failures.</summary>
internal sealed class DiscordThrottle
{
    // About half a minute of trying; what ends meanwhile gathers behind it.
    private const int MaxTries = 5;

    private readonly RateLimiter _rateLimiter = new(1, TimeSpan.FromSeconds(2));
    private TimeSpan _nextTryAt;
    private int _failures;

    public bool IsDue(TimeSpan now) => now >= _nextTryAt && _rateLimiter.NextPermitAt(now) <= now;

    /// <summary>A post goes out.</summary>
    public void Acquire() => _rateLimiter.Acquire();

    /// <summary>A post has its answer, or never gets one.</summary>
    public void Release(TimeSpan now) => _rateLimiter.Release(now);

    /// <summary>The post is done with, one way or another: the next one has all its tries before it.</summary>
    public void ResetFailures() => _failures = 0;

    /// <summary>Notes that the post was not taken; true where it is to be given up.</summary>
    public bool RecordFailure(HttpResponse response, TimeSpan now)
    {
        _failures++;
        _nextTryAt = now + DiscordResponse.GetRetryDelay(response, _failures);
        return _failures >= MaxTries;
    }

    /// <summary>Another webhook: it has failed nothing yet.</summary>
    public void Reset()
    {
        _failures = 0;
        _nextTryAt = TimeSpan.Zero;
    }
}
