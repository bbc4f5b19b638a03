using System;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Discord;

/// <summary>When a post may go out: one at a time, one in two seconds, and later after failures.</summary>
internal sealed class DiscordThrottle
{
    // About half a minute of trying; what ends meanwhile gathers behind it.
    private const int MostTries = 5;

    private readonly RateLimiter _limit = new(1, TimeSpan.FromSeconds(2));
    private TimeSpan _nextTryAt;
    private int _failures;

    public bool IsDue(TimeSpan now) => now >= _nextTryAt && _limit.NextPermitAt(now) <= now;

    /// <summary>A post goes out.</summary>
    public void Begin() => _limit.Acquire();

    /// <summary>A post has its answer, or never gets one.</summary>
    public void End(TimeSpan now) => _limit.Release(now);

    /// <summary>The post is done with, one way or another: the next one has all its tries before it.</summary>
    public void Next() => _failures = 0;

    /// <summary>Notes that the post was not taken; true where it is to be given up.</summary>
    public bool Failed(HttpResponse answer, TimeSpan now)
    {
        _failures++;
        _nextTryAt = now + DiscordResponse.Wait(answer, _failures);
        return _failures >= MostTries;
    }

    /// <summary>Another webhook: it has failed nothing yet.</summary>
    public void Forget()
    {
        _failures = 0;
        _nextTryAt = TimeSpan.Zero;
    }
}
