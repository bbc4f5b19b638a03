using System;
using System.Globalization;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>
/// How long the suite runs and with which choices: <c>FAULT_REMOVALS</c> (600 unless set) and <c>FAULT_SEED</c> (another one
/// each time unless set). The seed fixes what is chosen, not when the machine gets to it.
/// </summary>
internal sealed record FaultOptions(int Removals, int Seed)
{
    private const int ShortForm = 600;

    /// <summary>Whether there is time for what takes minutes.</summary>
    public bool IsLong => Removals >= 5000;

    public static FaultOptions Read() => new(
        Number("FAULT_REMOVALS") ?? ShortForm,
        Number("FAULT_SEED") ?? Random.Shared.Next());

    public override string ToString() => $"FAULT_REMOVALS={Removals} FAULT_SEED={Seed}";

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
