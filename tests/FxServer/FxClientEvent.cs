using System.Collections.Generic;

namespace FxServer;

/// <summary>An event that a client received from the server.</summary>
public sealed class FxClientEvent
{
    internal FxClientEvent(string name, IReadOnlyList<object?> args)
    {
        Name = name;
        Args = args;
    }

    public string Name { get; }

    /// <summary>As the wire delivers them: tables are lists or <c>IDictionary&lt;string, object&gt;</c>.</summary>
    public IReadOnlyList<object?> Args { get; }
}
