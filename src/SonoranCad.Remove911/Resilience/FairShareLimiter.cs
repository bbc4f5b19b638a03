namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// Finds this server's share of a limit per minute that other servers use up as well, without talking to them. A refusal
/// within the limit means that they do; the share is then what got through in the last minute. Requests accepted a minute
/// ago free their permits again, so each server keeps its own. It grows by probes (<see cref="ProbePolicy"/>). It starts with
/// one request at a time; once a whole minute's limit got through, this server counts as alone, and nothing is held back.
/// </summary>
internal sealed class FairShareLimiter(int permitLimit, Func<double> random)
{
    // A server that has met others stays careful for a day, but starts to look for its share again much sooner.
    private static readonly TimeSpan CarefulFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShareLifetime = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(1.5);
    private static readonly TimeSpan Window = RateLimiter.AddMargin(TimeSpan.FromMinutes(1));

    // The owner has set a higher limit than the CAD's usual ones, so the requests need not wait for each other.
    private const int MaxPacedLimit = 60;

    // Few keys have more servers, so a refusal soon after startup need not mean a smaller share than this.
    private const int MaxServers = 20;

    private readonly Queue<TimeSpan> _acceptedAt = new();
    private readonly ProbePolicy _probes = new(random);
    private int _inFlight;
    private bool _isProbing;
    private bool _wasEmptyHanded;
    private TimeSpan _lastSentAt = -IdleTime;
    private TimeSpan _notBefore;

    public int PermitLimit { get; private set; } = permitLimit;

    /// <summary>The requests in a minute that get through; the limit, as long as no others are known.</summary>
    public int Share { get; private set; } = permitLimit;

    /// <summary>The share when the CAD last refused a request: all that is left of a larger one after a pause.</summary>
    public int ShareAtRefusal { get; private set; } = permitLimit;

    /// <summary>Whether a whole minute's limit got through, and nothing was refused since.</summary>
    public bool IsAlone { get; private set; }

    /// <summary>When the CAD last refused a request because of others; null if it never did.</summary>
    public TimeSpan? RefusedAt { get; private set; }

    /// <summary>The time between two requests at the current share.</summary>
    public TimeSpan Interval => TimeSpan.FromTicks(Window.Ticks / Share);

    private bool IsPaced => PermitLimit <= MaxPacedLimit;

    private int Held => _acceptedAt.Count + _inFlight;

    /// <summary>When the next of the waiting requests may go out; <see cref="TimeSpan.MaxValue"/> if not before a response.</summary>
    public TimeSpan NextPermitAt(TimeSpan now, int waiting)
    {
        Refresh(now);
        if (IsAlone || _isProbing || (IsPaced && _inFlight > 0))
            return IsAlone ? now : TimeSpan.MaxValue;

        // Fast enough for a person, and slow enough that servers which start together get equal shares. Once more than half of
        // the limit got through, no other server has as much.
        var spacing = IsPaced && Held <= PermitLimit / 2 ? TimeSpan.FromTicks(Window.Ticks / PermitLimit / 12) : TimeSpan.Zero;
        var next = Later(now, Later(_notBefore, _lastSentAt + spacing));
        if (Held < Share)
            return next;

        var freeAt = _acceptedAt.Count == 0 ? TimeSpan.MaxValue : _acceptedAt.Peek() + Window;
        var probeAt = Held < PermitLimit && _probes.IsDue(Share, PermitLimit, waiting) ? _lastSentAt + _probes.Delay : TimeSpan.MaxValue;
        return Later(next, freeAt < probeAt ? freeAt : probeAt);
    }

    /// <summary>Counts a request that goes out.</summary>
    public void Acquire(TimeSpan now)
    {
        Refresh(now);
        _isProbing = !IsAlone && Held >= Share;
        _inFlight++;
        _lastSentAt = now;
    }

    /// <summary>Learns from what became of a request.</summary>
    public void Release(TimeSpan now, PermitOutcome outcome)
    {
        Refresh(now);
        _inFlight--;
        var wasProbe = _isProbing;
        _isProbing = false;
        if (outcome != PermitOutcome.Refused)
        {
            _acceptedAt.Enqueue(now);
        }
        else if (Held < PermitLimit)
        {
            // At its own limit, a server would learn nothing about others.
            RecordRefusal(now, wasProbe);
        }

        if (outcome == PermitOutcome.Used)
            RecordSuccess(now, wasProbe);
    }

    /// <summary>Applies another limit from now on.</summary>
    public void Reconfigure(int permitLimit)
    {
        Share = Share < PermitLimit && Share < permitLimit ? Share : permitLimit;
        ShareAtRefusal = Math.Min(ShareAtRefusal < PermitLimit ? ShareAtRefusal : permitLimit, permitLimit);
        PermitLimit = permitLimit;
    }

    /// <summary>Takes over what was learned before the restart.</summary>
    public void Restore(int share, TimeSpan? refusedAt)
    {
        IsAlone = refusedAt is null;
        RefusedAt = refusedAt;
        Share = ShareAtRefusal = Math.Max(1, Math.Min(share, PermitLimit));
    }

    /// <summary>Counts a request from before the restart.</summary>
    public void RestoreRequest(TimeSpan releasedAt) => _acceptedAt.Enqueue(releasedAt);

    /// <summary>The share if it is less than the limit, otherwise null.</summary>
    public int? FindReduced(TimeSpan now)
    {
        Refresh(now);
        return Share < PermitLimit ? Share : null;
    }

    private static TimeSpan Later(TimeSpan first, TimeSpan second) => first < second ? second : first;

    private void RecordSuccess(TimeSpan now, bool wasProbe)
    {
        var count = _acceptedAt.Count;
        _wasEmptyHanded = false;
        _probes.RecordSuccess(wasProbe, Share);
        if (!wasProbe && count > Share)
        {
            // It was in flight together with the refused one.
            ShareAtRefusal = Math.Min(PermitLimit, count);
        }

        Share = Math.Min(PermitLimit, Math.Max(Share, count));
        if (count >= PermitLimit && !(now - RefusedAt < CarefulFor))
        {
            IsAlone = true;
            RefusedAt = null;
            ShareAtRefusal = PermitLimit;
        }
    }

    private void RecordRefusal(TimeSpan now, bool wasProbe)
    {
        IsAlone = false;
        RefusedAt = now;
        var count = _acceptedAt.Count;

        // If nothing got through, the share is unknown. After a second refusal in a row, the minute is worth waiting for.
        Share = ShareAtRefusal = count > 0 ? Math.Max(count, PermitLimit / MaxServers) : PermitLimit;
        _notBefore = _wasEmptyHanded && count == 0 ? now + TimeSpan.FromTicks((long)(Window.Ticks * (0.25 + (random() / 2)))) : now;
        _wasEmptyHanded = count == 0;
        _probes.RecordRefusal(count, wasProbe);
    }

    private void Refresh(TimeSpan now)
    {
        while (_acceptedAt.Count > 0 && now - _acceptedAt.Peek() >= Window)
            _acceptedAt.Dequeue();

        if (_inFlight == 0 && now - _lastSentAt > IdleTime)
        {
            // A permit that was gained by a probe is lost when it is not used.
            _probes.Restart();
            Share = ShareAtRefusal = now - RefusedAt < ShareLifetime ? ShareAtRefusal : PermitLimit;
        }
    }
}
