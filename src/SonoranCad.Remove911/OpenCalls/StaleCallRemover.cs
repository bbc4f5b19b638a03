namespace SonoranCad.Remove911.OpenCalls;

/// <summary>Submits the calls that are older than <c>clearAfterMinutes</c>, the oldest first, and only as many as delay nobody else.</summary>
internal sealed class StaleCallRemover(
    RemovalService removals, Outbox outbox, SendPolicy policy, SettingsMonitor settings, IClock clock, ILog log)
{
    // How long these may delay the removals of others.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    private readonly Dictionary<int, TimeSpan> _submittedAt = new();

    /// <summary>How long after a try to retry a call that is still open.</summary>
    public static TimeSpan RetryInterval { get; } = TimeSpan.FromHours(1);

    /// <summary>Whether only the CAD's list can tell which of the old calls are civil.</summary>
    public bool NeedsList(IEnumerable<OpenCall> openCalls) =>
        !settings.Current.ClearCivil && FindStale(openCalls).Any(call => call.IsCivil is null);

    /// <summary>Submits what fits of <paramref name="openCalls"/>, which are sorted with the newest first.</summary>
    public void Submit(IReadOnlyList<OpenCall> openCalls)
    {
        var now = clock.Elapsed;
        foreach (var expired in _submittedAt.Where(submitted => now - submitted.Value >= RetryInterval).ToList())
            _submittedAt.Remove(expired.Key);

        var stale = FindStale(openCalls).Where(call => settings.Current.ClearCivil || call.IsCivil == false).Reverse();
        var capacity = outbox.RemainingCapacity(Requester.Schedule).Remaining;
        var waiting = outbox.Waiting.Count;
        var ids = stale.Take(capacity).TakeWhile((_, index) => policy.EstimateWait(waiting + index + 1, now) <= MaxDelay).Select(call => call.CallId).ToList();
        if (ids.Count > 0 && removals.Submit(Requester.Schedule, ids, new LogReply(log, Requester.Schedule)))
            ids.ForEach(callId => _submittedAt[callId] = now);
    }

    /// <summary>Forgets what was tried, because in another community the same call ids mean other calls.</summary>
    public void Reset() => _submittedAt.Clear();

    private IEnumerable<OpenCall> FindStale(IEnumerable<OpenCall> openCalls)
    {
        var age = settings.Current.ClearAfter;
        var now = clock.Elapsed;
        return openCalls.Where(call => call.IsOlderThan(age, now) && !removals.IsPending(call.CallId) && !_submittedAt.ContainsKey(call.CallId));
    }
}
