using System;
using System.Diagnostics;
using System.Globalization;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Tests.Faults;
using Xunit;
using Xunit.Abstractions;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>
/// An exhaustive walk over what can happen to three removals. <c>MODEL_DISTURBANCES</c> says how much may go wrong on one path;
/// docs/testing.md has the numbers of states.
/// </summary>
[Collection(NonParallelTestGroup.Name)]
public sealed class DeliveryModelCheck(ITestOutputHelper output)
{
    private static readonly int? Disturbances =
        Environment.GetEnvironmentVariable("MODEL_DISTURBANCES") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    [Theory]
    [InlineData("V1", false, 2)]
    [InlineData("V2", true, 1)]
    [InlineData("Auto", false, 1)]
    public void EveryPromiseHoldsInEveryState(string api, bool isWarm, int disturbances)
    {
        var options = new WalkOptions(Enum.Parse<ApiMode>(api), isWarm, Disturbances ?? disturbances);
        var walk = new StateWalk(options);
        var time = Stopwatch.StartNew();
        try
        {
            walk.Run();
        }
        finally
        {
            output.WriteLine($"{options}: {walk.States:N0} states, {walk.Transitions:N0} transitions, {walk.Depth} deep, {time.Elapsed.TotalSeconds:N1} s");
        }
    }
}
