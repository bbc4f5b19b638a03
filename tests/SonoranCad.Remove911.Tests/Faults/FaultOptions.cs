using System;
using System.Globalization;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// How long the suite runs and with which choices: <c>FAULT_REMOVALS</c> (10,000 unless set) and <c>FAULT_SEED</c> (another one
/// each time unless set). The same seed gives the same run.
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
