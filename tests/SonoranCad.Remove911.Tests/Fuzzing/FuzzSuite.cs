using System;
using System.Collections.Generic;
using System.Diagnostics;
using SonoranCad.Remove911.Tests.Faults;
using Xunit;
using Xunit.Abstractions;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>
/// Bad input from everywhere, for as long as <c>FUZZ_SECONDS</c> says. A failure names the seed of its round:
/// <c>FUZZ_SECONDS=0 FUZZ_SEED=…</c> plays that round alone.
/// </summary>
[Collection(NonParallelTestGroup.Name)]
public sealed class FuzzSuite(ITestOutputHelper output)
{
    private const int MaxFindings = 10;

    [Fact]
    public void NoInputBreaksTheResource()
    {
        var options = FuzzOptions.Read();
        var time = Stopwatch.StartNew();
        var seed = options.Seed;
        var objects = 0;
        var hold = TimeSpan.Zero;
        var findings = new List<string>();
        do
        {
            using var round = new FuzzRound(seed);
            try
            {
                round.Run();
            }
            catch (Exception e)
            {
                findings.Add($"FUZZ_SECONDS=0 FUZZ_SEED={seed}: {e}");
            }

            objects = Math.Max(objects, round.Objects);
            hold = round.LongestHold > hold ? round.LongestHold : hold;
            seed++;
        }
        while (time.Elapsed < options.Duration && findings.Count < MaxFindings);

        output.WriteLine(
            $"FUZZ_SEED={options.Seed}: {seed - options.Seed:N0} rounds in {time.Elapsed.TotalSeconds:N0} s; at most {objects:N0} objects at rest, and {hold.TotalMilliseconds:N0} ms of processor time for one input or tick.");
        Assert.True(findings.Count == 0, string.Join("\n\n", findings));
    }
}
