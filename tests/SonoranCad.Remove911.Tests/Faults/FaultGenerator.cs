using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// Injects the CAD's faults at random, each kind equally often: it shuffles the kinds and uses all of them before it shuffles
/// again. The CAD calls it under its own lock, so one Random is enough.
/// </summary>
internal sealed class FaultGenerator
{
    // One call in a hundred can't be removed by any request: it must be reported as failed.
    private const int LockedEvery = 100;

    // The server waits 5 s for a byte.
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TooLate = TimeSpan.FromSeconds(6);

    private static readonly (string Kind, Func<CadFault> Make)[] Kinds =
    [
        ("429", () => CadFault.RateLimited()),
        ("500", () => CadFault.ServerError(500)),
        ("503", () => CadFault.ServerError(503)),
        ("slow", () => CadFault.Slow(InTime)),
        ("too slow", () => CadFault.Slow(TooLate)),
        ("body too slow", () => CadFault.SlowBody(TooLate)),
        ("dropped before the work", CadFault.Drop),
        ("dropped after the work", CadFault.DropAfterWork),
        ("HTML with 200", () => CadFault.Html()),
        ("HTML with 502", () => CadFault.Html(502)),
        ("firewall page 403", () => CadFault.Firewall()),
        ("firewall page 429", () => CadFault.Firewall(429)),
        ("firewall page 503", () => CadFault.Firewall(503)),
        ("firewall line 403", () => CadFault.FirewallLine()),
        ("Backend Service Reached", () => CadFault.BackendServiceReached()),
    ];

    private readonly Random _random;
    private readonly double _share;
    private readonly Queue<(string Kind, Func<CadFault> Make)> _shuffledKinds = new();

    /// <param name="seed">Seeds all random choices.</param>
    /// <param name="share">The share of requests that get a fault.</param>
    public FaultGenerator(int seed, double share)
    {
        _random = new Random(seed);
        _share = share;
    }

    /// <summary>The call on which the CAD always fails, alone or in a batch.</summary>
    public const int PoisonCall = 41;

    /// <summary>How often each kind was injected.</summary>
    public Dictionary<string, int> Injected { get; } = Kinds.ToDictionary(kind => kind.Kind, _ => 0);

    /// <summary>How often the CAD failed on <see cref="PoisonCall"/>.</summary>
    public int PoisonFailures { get; private set; }

    public bool HasInjectedEveryKind => Injected.Values.All(count => count > 0);

    /// <summary>Whether the CAD refuses to remove this call.</summary>
    public static bool IsLocked(int callId) => callId % LockedEvery == 0;

    /// <summary>The fault for a request, or null for none.</summary>
    public CadFault? Choose(IReadOnlyList<int> callIds)
    {
        if (callIds.Contains(PoisonCall))
        {
            PoisonFailures++;
            return CadFault.ServerError(500);
        }

        if (_random.NextDouble() < _share)
        {
            if (_shuffledKinds.Count == 0)
            {
                var shuffled = Kinds.ToArray();
                _random.Shuffle(shuffled);
                Array.ForEach(shuffled, _shuffledKinds.Enqueue);
            }

            var (kind, make) = _shuffledKinds.Dequeue();
            Injected[kind]++;
            return make();
        }

        return callIds.Any(IsLocked) ? CadFault.BadRequest("THIS CALL IS LOCKED") : null;
    }
}
