namespace SonoranCad.Remove911.OpenCalls;

/// <summary>While <c>clearAfterMinutes</c> is on, looks once a minute for calls that are older, and has them cleared.</summary>
internal sealed class ScheduledClearing(
    OpenCallService calls, StaleCallRemover remover, SendPolicy policy, SettingsMonitor settings, ILog log) : ITickable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // After a look without a useful result, because it may have cost one of the few requests for the list.
    private static readonly TimeSpan IntervalAfterFailure = TimeSpan.FromMinutes(5);

    // The first look waits until startup is over, but not for the first push event: the list has the calls from before it.
    private TimeSpan _nextLookAt = TimeSpan.FromSeconds(15);
    private TimeSpan? _lastLookAt;
    private bool _isLooking;
    private bool _isMissingAgeReported;
    private bool _isFailureReported;

    public bool NeedsTick => settings.Current.ClearAfterMinutes > 0;

    public void Tick(TimeSpan now)
    {
        if (NeedsTick && now >= _nextLookAt && !_isLooking && policy.IsSending)
        {
            _isLooking = true;
            _lastLookAt = now;
            _nextLookAt = now + Interval;
            calls.GetOpenCalls(OnCallsFound);
        }
    }

    /// <summary>Looks and reports again, because the owner may have fixed what failed. Still at most once a minute.</summary>
    public void OnSettingsChanged()
    {
        _isMissingAgeReported = false;
        _isFailureReported = false;
        var next = _lastLookAt + Interval;
        _nextLookAt = next < _nextLookAt ? next.Value : _nextLookAt;
    }

    private void OnCallsFound(OpenCallsResult result)
    {
        if (result.Calls is { } found && result.ListError is null && remover.NeedsList(found))
            calls.GetOpenCalls(OnCallsListed, asListed: true);
        else
            OnCallsListed(result);
    }

    private void OnCallsListed(OpenCallsResult result)
    {
        _isLooking = false;

        // The account or the setting may have changed while the list was on the way.
        if (!NeedsTick || !policy.IsSending)
            return;

        // An outage ends on its own, and other log lines report it.
        if (result.ListError is { IsPermanent: true } error)
        {
            _nextLookAt = _lastLookAt!.Value + IntervalAfterFailure;
            Report(ref _isFailureReported, new Phrase("log.schedule_no_list").With("reason", error.Reason));
        }

        if (result is not { Calls: { } openCalls, ListError: null })
            return;

        _isFailureReported = false;
        var withoutAge = openCalls.Count(call => call.OpenedAt is null);
        if (withoutAge > 0)
        {
            _nextLookAt = withoutAge == openCalls.Count ? _lastLookAt!.Value + IntervalAfterFailure : _nextLookAt;
            Report(ref _isMissingAgeReported, Phrase.OfCount("log.schedule_no_age", withoutAge));
        }

        remover.Submit(openCalls);
    }

    private void Report(ref bool isReported, Phrase message)
    {
        if (!isReported)
            log.Write(LogLevel.Warn, message);

        isReported = true;
    }
}
