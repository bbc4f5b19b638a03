using System;
using System.Collections.Generic;

namespace Benchmarks.SharedKey;

/// <summary>The CAD's limit of one API key: a request counts for 60 seconds, a refused one doesn't.</summary>
internal sealed class VirtualKey(int limit)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<TimeSpan> _counted = new();

    /// <summary>Counts a request, unless the limit is used up; returns whether it did.</summary>
    public bool TryTake(TimeSpan now)
    {
        while (_counted.TryPeek(out var oldest) && now - oldest >= Window)
        {
            _counted.Dequeue();
        }

        if (_counted.Count >= limit)
        {
            return false;
        }

        _counted.Enqueue(now);
        return true;
    }

    /// <summary>How long until the limit has room again, as the CAD says with a 429.</summary>
    public TimeSpan RetryAfter(TimeSpan now) => _counted.Peek() + Window - now;
}
