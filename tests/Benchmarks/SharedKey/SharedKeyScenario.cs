using System;
using SonoranCad.Remove911.Configuration;

namespace Benchmarks.SharedKey;

/// <summary>Servers that share an API key and are each asked for many calls at once.</summary>
/// <param name="Servers">How many servers.</param>
/// <param name="Calls">The calls of each.</param>
internal sealed record SharedKeyScenario(int Servers, int Calls = 10)
{
    public ApiMode Api { get; init; } = ApiMode.V2;

    /// <summary>The key's limit in any 60 seconds: v2 has ten; on v1 the vendor asks for one request a second.</summary>
    public int Limit => Api == ApiMode.V1 ? 60 : 10;

    public int BatchSize => Api == ApiMode.V1 ? 50 : 1;

    /// <summary>Whether each server has sent a whole minute's limit before, while the others were idle.</summary>
    public bool WereAlone { get; init; }

    /// <summary>When the last server is asked for its calls.</summary>
    public TimeSpan LastJoinsAt { get; init; }

    /// <summary>When the first server stops for good.</summary>
    public TimeSpan? FirstStopsAt { get; init; }

    /// <summary>What another program sends with the key, whatever the CAD responds.</summary>
    public int ForeignPerMinute { get; init; }

    /// <summary>The time from a server to the CAD and back, in seconds.</summary>
    public (double From, double To) Latency { get; init; } = (0.05, 0.8);
}
