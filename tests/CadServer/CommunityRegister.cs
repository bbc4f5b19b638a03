using System;
using System.Collections.Generic;
using System.Threading;

namespace CadServer;

/// <summary>The communities that the stand-in knows: v1 finds one by its id, v2 by its key.</summary>
internal sealed class CommunityRegister
{
    private readonly Lock _gate = new();
    private readonly List<CadCommunity> _communities = [];

    public CadCommunity Add(string id, string apiKey)
    {
        lock (_gate)
        {
            if (_communities.Exists(known => known.Id == id || known.ApiKey == apiKey))
            {
                throw new ArgumentException("a community with this id or key already exists", nameof(id));
            }

            var community = new CadCommunity(id, apiKey);
            _communities.Add(community);
            return community;
        }
    }

    public CadCommunity? ById(string id)
    {
        lock (_gate)
        {
            return _communities.Find(community => community.Id == id);
        }
    }

    public CadCommunity? ByKey(string apiKey)
    {
        lock (_gate)
        {
            return _communities.Find(community => community.ApiKey == apiKey);
        }
    }

    /// <exception cref="ArgumentException">The community belongs to another stand-in.</exception>
    public CallStore Calls(CadCommunity community)
    {
        lock (_gate)
        {
            return _communities.Contains(community)
                ? community.Calls
                : throw new ArgumentException("the community was not added to this CAD", nameof(community));
        }
    }
}
