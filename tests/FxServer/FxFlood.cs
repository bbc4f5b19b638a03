using System;

namespace FxServer;

/// <summary>
/// The server's flood protection: what one client sends beyond a number per second is dropped, except for a burst after a pause.
/// </summary>
internal sealed class FxFlood
{
    private readonly IFxClock _clock;
    private readonly double _perSecond;
    private readonly double _burst;
    private double _left;
    private TimeSpan _lastAt;

    public FxFlood(IFxClock clock, double perSecond, double burst)
    {
        _clock = clock;
        _perSecond = perSecond;
        _burst = burst;
        _left = burst;
        _lastAt = clock.Elapsed;
    }

    /// <summary>Counts one; false if it is dropped.</summary>
    public bool Admit()
    {
        var now = _clock.Elapsed;
        _left = Math.Min(_burst, _left + ((now - _lastAt).TotalSeconds * _perSecond));
        _lastAt = now;
        if (_left < 1)
        {
            return false;
        }

        _left--;
        return true;
    }
}
