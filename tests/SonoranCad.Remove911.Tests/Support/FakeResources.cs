using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A server's resources in any state, and how often their state was read.</summary>
internal sealed class FakeResources : IResourceStates
{
    public Dictionary<string, string> States { get; } = [];

    /// <summary>The versions in the manifests. The vendor's resource has the current one by default.</summary>
    public Dictionary<string, string> Versions { get; } = new() { ["sonorancad"] = "4.0.104" };

    public int StateQueries { get; private set; }

    public string GetVersion(string resource) => Versions.GetValueOrDefault(resource, string.Empty);

    public string GetState(string resource)
    {
        StateQueries++;
        return States.GetValueOrDefault(resource, "missing");
    }
}
