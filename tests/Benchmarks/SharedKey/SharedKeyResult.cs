using System;
using System.Collections.Generic;
using System.Linq;

namespace Benchmarks.SharedKey;

/// <summary>How servers with one API key cleared their calls.</summary>
/// <param name="Scenario">What they were asked for.</param>
/// <param name="Requests">All requests of the servers.</param>
/// <param name="Refused">Those that the CAD answered with 429.</param>
/// <param name="Lost">Calls that are still open on servers that run.</param>
/// <param name="Times">How long each server took, from its own start; without one that was stopped.</param>
internal sealed record SharedKeyResult(SharedKeyScenario Scenario, int Requests, int Refused, int Lost, IReadOnlyList<TimeSpan> Times)
{
    /// <summary>All requests divided by those that got through.</summary>
    public double RequestRatio => (double)Requests / (Requests - Refused);

    public TimeSpan Time => Times.Max();

    /// <summary>The time that the limit itself takes.</summary>
    public TimeSpan LimitTime => TimeSpan.FromMinutes((Requests - Refused - 1) / (Scenario.Limit - Scenario.ForeignPerMinute));

    public double TimeRatio => Time / LimitTime;

    /// <summary>The last server's time divided by the mean of all.</summary>
    public double Spread => Time.TotalSeconds / Times.Average(time => time.TotalSeconds);

    /// <summary>Whether it reaches the goals for several servers.</summary>
    public bool IsGood => Lost == 0 && RequestRatio <= 1.10 && TimeRatio <= 1.15 && Spread <= 1.5;
}
