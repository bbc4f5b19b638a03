using System.Collections.Generic;

namespace FxServer;

/// <summary>An event that a client got from the server.</summary>
public sealed class FxClientEvent
{
    internal FxClientEvent(string name, IReadOnlyList<object?> args)
    {
        Name = name;
        Args = args;
    }

    public string Name { get; }

    /// <summary>As they come out of the wire: lists, and maps as <c>IDictionary&lt;string, object&gt;</c>.</summary>
    public IReadOnlyList<object?> Args { get; }
}
