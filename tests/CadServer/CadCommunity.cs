using System.Collections.Generic;

namespace CadServer;

/// <summary>One customer of the CAD, with the settings that its owner or its plan decides.</summary>
public sealed class CadCommunity
{
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

    /// <summary>The plan's name, as GET_VERSION and v2's version show it.</summary>
    public string Plan { get; set; } = "PLUS";

    /// <summary>The plan's number; below 2 the API is not in the plan. Only shown: the stand-in refuses nothing for it.</summary>
    public int VersionNumber { get; set; } = 2;

    /// <summary>The configured servers. Requests read the set unlocked: change it between requests, or assign another.</summary>
    public HashSet<int> Servers { get; set; } = [1];

    internal CallLedger Calls { get; } = new();
}
