using System;
using System.Globalization;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>
/// How long to fuzz, and from which round on: <c>FUZZ_SECONDS</c> and <c>FUZZ_SEED</c>. Without either, two seconds of the same rounds
/// each time; with a duration alone, other rounds each time.
/// </summary>
internal sealed record FuzzOptions(TimeSpan Duration, uint Seed)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    public static FuzzOptions Read()
    {
        var seconds = Variable("FUZZ_SECONDS");
        var seed = Variable("FUZZ_SEED");
        return new FuzzOptions(
            seconds is null ? Usual : TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)),
            seed is not null ? uint.Parse(seed, CultureInfo.InvariantCulture) : seconds is null ? 911 : (uint)Random.Shared.Next());
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
