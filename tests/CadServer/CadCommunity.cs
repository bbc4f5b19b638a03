using System.Collections.Generic;

namespace CadServer;

/// <summary>One customer of the CAD, with the settings that its owner or its plan decides.</summary>
public sealed class CadCommunity
{
    private int? _versionNumber;

    internal CadCommunity(string id, string apiKey)
    {
        Id = id;
        ApiKey = apiKey;
    }

    /// <summary>The community's id, which v1 asks for.</summary>
    public string Id { get; }

    /// <summary>The one key of the community; settable, as an owner can have it made anew.</summary>
    public string ApiKey { get; set; }

    /// <summary>False: v1 answers 400 API IS NOT ENABLED FOR THIS COMMUNITY, v2 refuses the key with 401.</summary>
    public bool ApiEnabled { get; set; } = true;

    /// <summary>
    /// What v1 goes by: REMOVE_911 is refused below Standard, GET_CALLS below Plus, as if the API were not enabled. v2 is in
    /// every plan. GET_VERSION and v2's version show its name in capitals.
    /// </summary>
    public CadPlan Plan { get; set; } = CadPlan.Plus;

    /// <summary>
    /// The plan's number, which GET_VERSION and v2's version show; below 2 the API is not in the plan. Only one pair is known, 2
    /// and PLUS: unless set, a plan with the API shows 2 and Free shows 1. Nothing is refused for the number.
    /// </summary>
    public int VersionNumber
    {
        get => _versionNumber ?? (Plan == CadPlan.Free ? 1 : 2);
        set => _versionNumber = value;
    }

    internal string PlanName => Plan.ToString().ToUpperInvariant();

    /// <summary>The configured servers. Requests read the set unlocked: change it between requests, or assign another.</summary>
    public HashSet<int> Servers { get; set; } = [1];

    internal CallStore Calls { get; } = new();
}
