using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A server's resources in whatever state a test says, and how often it was asked for one.</summary>
internal sealed class FakeResources : IResourceStates
{
    public Dictionary<string, string> States { get; } = [];

    public int StateQueries { get; private set; }

    public string GetState(string resource)
    {
        StateQueries++;
        return States.GetValueOrDefault(resource, "missing");
    }
}
