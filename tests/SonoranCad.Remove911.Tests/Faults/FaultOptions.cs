using System;
using System.Globalization;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// How many removals the fault suite submits, from which seed on, and for how long it repeats that with the seeds that follow:
/// <c>FAULT_REMOVALS</c> (default 10,000), <c>FAULT_SEED</c> and <c>FAULT_SECONDS</c> (default: once). Without a seed, it plays the same run
/// each time; with a duration alone, other runs each time.
/// </summary>
internal sealed record FaultOptions(int Removals, int Seed, TimeSpan Duration)
{
    private const int UsualRemovals = 10_000;
    private const int UsualSeed = 911;

    public static FaultOptions Read()
    {
        var seconds = Number("FAULT_SECONDS");
        return new FaultOptions(
            Number("FAULT_REMOVALS") ?? UsualRemovals,
            Number("FAULT_SEED") ?? (seconds is null ? UsualSeed : Random.Shared.Next()),
            TimeSpan.FromSeconds(seconds ?? 0));
    }

    public override string ToString() => $"FAULT_REMOVALS={Removals} FAULT_SEED={Seed}";

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
