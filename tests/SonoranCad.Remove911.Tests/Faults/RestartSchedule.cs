using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>When the resource restarts: at random points of the run, half of them by a kill, most with a request on its way.</summary>
internal sealed class RestartSchedule
{
    private readonly Random _random;
    private readonly Queue<int> _at;
    private bool _waitsForRequestInFlight;

    /// <param name="count">How many.</param>
    /// <param name="removals">They lie between the first and this removal.</param>
    /// <param name="seed">Of the choice.</param>
    public RestartSchedule(int count, int removals, int seed)
    {
        _random = new Random(seed);
        _at = new Queue<int>(Enumerable.Range(0, count).Select(_ => _random.Next(removals / 20, removals)).Order());
        _waitsForRequestInFlight = true;
    }

    public int Remaining => _at.Count;

    public int Done { get; private set; }

    public int WithRequestInFlight { get; private set; }

    /// <summary>Whether the next one is a kill without onResourceStop.</summary>
    public bool IsKill => Done % 2 == 1;

    /// <summary>Whether this kill also loses what was not flushed to the disk, as a power loss would.</summary>
    public bool LosesUnflushed { get; private set; }

    /// <summary>Whether one is due.</summary>
    /// <param name="asked">The removals asked for so far.</param>
    /// <param name="inFlight">The requests on their way.</param>
    public bool IsDue(int asked, int inFlight) => _at.Count > 0 && asked >= _at.Peek() && (!_waitsForRequestInFlight || inFlight > 0);

    public void MarkDone(int inFlight)
    {
        _at.Dequeue();
        Done++;
        WithRequestInFlight += inFlight > 0 ? 1 : 0;
        _waitsForRequestInFlight = _random.Next(3) > 0;
        LosesUnflushed = _random.Next(2) == 0;
    }
}
