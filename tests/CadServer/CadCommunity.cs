using System.Collections.Generic;

namespace CadServer;

/// <summary>A customer of the CAD, with the settings that its owner or its plan determines.</summary>
public sealed class CadCommunity
{
    private int? _versionNumber;

    internal CadCommunity(string id, string apiKey)
    {
        Id = id;
        ApiKey = apiKey;
    }

    /// <summary>The community id, which v1 requires.</summary>
    public string Id { get; }

    /// <summary>The community's only key. Settable, because an owner can regenerate it.</summary>
    public string ApiKey { get; set; }

    /// <summary>If false, v1 responds 400 API IS NOT ENABLED FOR THIS COMMUNITY and v2 rejects the key with 401.</summary>
    public bool ApiEnabled { get; set; } = true;

    /// <summary>
    /// The plan. v1 refuses REMOVE_911 below Standard and GET_CALLS below Plus, as if the API were not enabled; v2 is in every
    /// plan. GET_VERSION and v2's version show the name in capitals.
    /// </summary>
    public CadPlan Plan { get; set; } = CadPlan.Plus;

    /// <summary>
    /// The plan's number in GET_VERSION and v2's version; below 2, the plan has no API. Only one pair is known, 2 and PLUS: the
    /// default is 2 for a plan with the API and 1 for Free. The number itself never causes a refusal.
    /// </summary>
    public int VersionNumber
    {
        get => _versionNumber ?? (Plan == CadPlan.Free ? 1 : 2);
        set => _versionNumber = value;
    }

    internal string PlanName => Plan.ToString().ToUpperInvariant();

    /// <summary>
    /// The configured servers. Requests read the set without a lock: change it between requests, or assign a new one.
    /// </summary>
    public HashSet<int> Servers { get; set; } = [1];

    internal CallStore Calls { get; } = new();
}
