using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>Records the events sent to players' clients.</summary>
internal sealed class FakeClientEvents : IClientEvents
{
    public List<(int Source, string Name, object[] Args)> Sent { get; } = [];

    public IReadOnlyList<string> Names => [.. Sent.Select(sent => sent.Name)];

    /// <summary>The table that the newest event carries.</summary>
    public IReadOnlyDictionary<string, object> Table => (IReadOnlyDictionary<string, object>)Sent[^1].Args.Single();

    public void Send(int source, string eventName, params object[] args) => Sent.Add((source, eventName, args));
}
