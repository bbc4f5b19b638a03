using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>
/// Visits every state that any sequence of choices leads to, breadth first, by playing the sequences on the real delivery. So a
/// broken promise is found by its shortest sequence.
/// </summary>
internal sealed class StateWalk(WalkOptions options)
{
    // Far more than a path can take: each has a bounded number of requests and disturbances.
    private const int MaxDepth = 200;

    private readonly ConcurrentDictionary<ulong, byte> _states = new();
    private readonly ConcurrentBag<(ulong From, ulong To)> _progress = [];
    private readonly ConcurrentBag<ulong> _done = [];
    private int _transitions;

    public int States => _states.Count;

    public int Transitions => _transitions;

    public int Depth { get; private set; }

    /// <summary>Walks, and throws with the shortest sequence that breaks a promise.</summary>
    public void Run()
    {
        using var worlds = new ThreadLocal<DeliveryWorld>(() => new DeliveryWorld(options));
        var frontier = new List<Path> { Path.Start(worlds.Value!) };
        _states.TryAdd(frontier[0].Hash, 0);
        _done.Add(frontier[0].Hash);
        for (; frontier.Count > 0; Depth++)
        {
            Promise.Check(Depth < MaxDepth, $"Some removals never end: {frontier[0]}");
            var next = new ConcurrentBag<Path>();
            try
            {
                Parallel.ForEach(
                    frontier,
                    new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                    path => Expand(worlds.Value!, path, next));
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }

            frontier = [.. next];
        }

        CheckThatAllEnd();
    }

    private void Expand(DeliveryWorld world, Path path, ConcurrentBag<Path> next)
    {
        foreach (var choice in path.Choices)
        {
            var step = path.Play(world, choice);
            Interlocked.Increment(ref _transitions);
            if (choice.IsProgress)
            {
                _progress.Add((path.Hash, step.Hash));
            }

            if (_states.TryAdd(step.Hash, 0))
            {
                next.Add(step);
                if (step.IsDone)
                {
                    _done.Add(step.Hash);
                }
            }
        }
    }

    // From every state, the removals accepted so far end if from then on all goes well.
    private void CheckThatAllEnd()
    {
        var before = _progress.ToLookup(step => step.To, step => step.From);
        var reached = _done.ToHashSet();
        var queue = new Queue<ulong>(reached);
        while (queue.TryDequeue(out var state))
        {
            foreach (var previous in before[state].Where(reached.Add))
            {
                queue.Enqueue(previous);
            }
        }

        Promise.Check(reached.Count == _states.Count, $"From {_states.Count - reached.Count} of {_states.Count} states, the removals never end.");
    }
}

/// <summary>A state by the first shortest sequence of choices that led to it.</summary>
internal sealed class Path
{
    private readonly Choice[] _played;

    private Path(DeliveryWorld world, Choice[] played)
    {
        _played = played;
        IsDone = world.IsIdle;
        Choices = [.. world.Choices()];
        Hash = world.Hash();
        world.CheckLateResponse(Hash);
    }

    public ulong Hash { get; }

    /// <summary>Whether nothing is pending.</summary>
    public bool IsDone { get; }

    public IReadOnlyList<Choice> Choices { get; }

    public static Path Start(DeliveryWorld world)
    {
        world.StartOver();
        return new Path(world, []);
    }

    /// <summary>Plays this sequence and one choice more.</summary>
    public Path Play(DeliveryWorld world, Choice choice)
    {
        Choice[] sequence = [.. _played, choice];
        try
        {
            world.StartOver();
            Array.ForEach(sequence, world.Play);
            return new Path(world, sequence);
        }
        catch (Exception e)
        {
            throw new BrokenPromiseException($"{e.Message}\n  after: {string.Join("; ", sequence)}\n{(e is BrokenPromiseException ? "" : e)}");
        }
    }

    public override string ToString() => string.Join("; ", _played);
}
