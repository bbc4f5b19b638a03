using System;
using System.Collections.Generic;
using System.Linq;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// When the resource restarts: at random points of the run, half of them by a kill, most with a request in flight.
/// </summary>
internal sealed class RestartSchedule
{
    private readonly Random _random;
    private readonly Queue<int> _at;
    private bool _waitsForRequestInFlight;

    /// <param name="count">The number of restarts.</param>
    /// <param name="removals">Restarts happen before this many removals are submitted.</param>
    /// <param name="seed">Seeds the random choices.</param>
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

    /// <summary>Whether this kill also loses unflushed changes, as a power loss would.</summary>
    public bool LosesUnflushed { get; private set; }

    /// <summary>Whether a restart is due.</summary>
    /// <param name="asked">The removals submitted so far.</param>
    /// <param name="inFlight">The requests in flight.</param>
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
