using System;
using System.Globalization;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// The length and the seed of the fault suite: <c>FAULT_REMOVALS</c> (default 10,000) and <c>FAULT_SEED</c> (default random).
/// The same seed repeats the same run.
/// </summary>
internal sealed record FaultOptions(int Removals, int Seed)
{
    private const int Usual = 10_000;

    public static FaultOptions Read() => new(
        Number("FAULT_REMOVALS") ?? Usual,
        Number("FAULT_SEED") ?? Random.Shared.Next());

    public override string ToString() => $"FAULT_REMOVALS={Removals} FAULT_SEED={Seed}";

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
