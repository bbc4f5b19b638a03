namespace SonoranCad.Remove911.Resilience;

/// <summary>
/// Decides when to try for more than the share of a limit that others use up too. Each probe may cost a refusal, so it waits
/// until the others should be done, or, if much waits, longer after each probe in vain.
/// </summary>
/// <param name="random">Returns numbers from 0 up to, but not including, 1.</param>
internal sealed class ProbePolicy(Func<double> random)
{
    // A wait of this many minutes is worth a probe.
    private const int LongWait = 10;

    private const int MinPatience = 2;
    private const int MaxPatience = 32;

    private int _patience = MinPatience;
    private int _accepted;
    private int _ceiling;
    private bool _hasGrown;

    /// <summary>How long after the last request a probe may go out.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>Whether to ask for more than <paramref name="share"/> of <paramref name="limit"/> for what waits.</summary>
    public bool IsDue(int share, int limit, int waiting)
    {
        // A probe that got through is followed by others, up to twice the share or for the last few requests.
        if (_ceiling > 0 && (share < _ceiling || waiting <= share))
            return true;

        // If the share is large, hardly anyone has a larger one, so the last few need not wait for the next minute.
        if (waiting < share)
            return 3 * share > limit && _accepted >= waiting * share;

        // If others have as much to send as this server, those with one permit more are done by then.
        var othersMayBeDone = _accepted > waiting * share;
        var mayGrowOn = _hasGrown && _accepted >= 2 * share;
        var isWorthIt = waiting > LongWait * share && _accepted >= _patience * share;
        return othersMayBeDone || mayGrowOn || isWorthIt;
    }

    /// <summary>Notes that a request got through; after a probe, the share grows from <paramref name="share"/>.</summary>
    public void RecordSuccess(bool wasProbe, int share)
    {
        if (wasProbe)
        {
            _accepted = share + 1;
            _ceiling = _ceiling > 0 ? _ceiling : 2 * share;
            _hasGrown = true;
            Delay = TimeSpan.Zero;
        }
        else
        {
            _accepted++;
            _ceiling = 0;
            Delay = NextDelay();
        }
    }

    /// <summary>Notes a refusal, after <paramref name="accepted"/> requests within the last minute.</summary>
    public void RecordRefusal(int accepted, bool wasProbe)
    {
        var patience = wasProbe ? Math.Min(2 * _patience, MaxPatience) : _patience;
        Restart();
        _accepted = accepted;
        _patience = patience;
    }

    /// <summary>Starts over after a pause.</summary>
    public void Restart()
    {
        _accepted = 0;
        _ceiling = 0;
        _hasGrown = false;
        _patience = MinPatience;
        Delay = NextDelay();
    }

    // By then the others have taken their own permits again, and there is still time to use a free one in the same minute.
    private TimeSpan NextDelay() => TimeSpan.FromSeconds(7 + (2 * random()));
}
