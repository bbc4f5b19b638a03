using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>Where a walk starts, and how much may go wrong on each of its paths.</summary>
/// <param name="Api">The setting <c>api</c>.</param>
/// <param name="IsWarm">Whether a call was cleared before: only then two requests may be in flight at once, on v2.</param>
/// <param name="Disturbances">Responses other than cleared, timeouts, restarts, settings changes and reports of the CAD, taken together.</param>
internal sealed record WalkOptions(ApiMode Api, bool IsWarm, int Disturbances)
{
    public Settings CreateSettings(SettingsChange? change = null) => new()
    {
        Api = change != SettingsChange.Api ? Api : Api == ApiMode.Auto ? ApiMode.V2 : ApiMode.Auto,
        MaxBatch = change == SettingsChange.Limits ? 1 : 2,
        V1IntervalSeconds = change == SettingsChange.Limits ? 5 : 1,
        V2RequestsPerMinute = change == SettingsChange.Limits ? 1 : 2,
    };

    public override string ToString() => $"{Api}, {(IsWarm ? "warm" : "cold")}, {Disturbances} disturbances";
}
