using System;
using Benchmarks.SharedKey;
using SonoranCad.Remove911.Configuration;

namespace Benchmarks.Naive;

/// <summary>A number of calls, all at once, cleared by this resource and the naive way.</summary>
/// <param name="Api">Its limit applies.</param>
/// <param name="Calls">How many.</param>
/// <param name="Ours">This resource.</param>
/// <param name="Naive">The naive way.</param>
internal sealed record NaiveComparison(ApiMode Api, int Calls, ClearingResult Ours, ClearingResult Naive)
{
    private const int Seed = 1;

    public static NaiveComparison Run(ApiMode api, int calls)
    {
        var scenario = new SharedKeyScenario(1, calls) { Api = api, Latency = (0.15, 0.15) };
        var ours = new SharedKeyRun(scenario, Seed).MeetFirst();
        return new NaiveComparison(
            api, calls, new ClearingResult(ours.Requests, ours.Refused, ours.Time, ours.Lost), RunNaive(scenario));
    }

    private static ClearingResult RunNaive(SharedKeyScenario scenario)
    {
        var network = new VirtualNetwork();
        var client = new NaiveClient(network, new VirtualKey(scenario.Limit), new Random(Seed));
        client.Clear(scenario.Calls);
        network.AdvanceTo(TimeSpan.FromHours(3));
        return new ClearingResult(client.Requests, client.Refused, client.ClearedAt, scenario.Calls - client.Cleared);
    }
}

/// <summary>How calls were cleared.</summary>
/// <param name="Requests">All requests.</param>
/// <param name="Refused">Those answered with 429.</param>
/// <param name="Time">Until the last call that was cleared.</param>
/// <param name="Lost">Calls that are still open, and that nobody will clear.</param>
internal sealed record ClearingResult(int Requests, int Refused, TimeSpan Time, int Lost);
