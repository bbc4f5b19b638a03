using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>A callback for a resource, which records the arguments of each call.</summary>
public sealed class FxCallback
{
    private readonly List<object?[]> _calls = new List<object?[]>();

    /// <param name="answer">What each call returns to the resource.</param>
    public FxCallback(object? answer = null) => Function = args =>
    {
        _calls.Add(args);
        return answer;
    };

    /// <summary>Pass it as an argument of another resource's or a player's event, or of an export call.</summary>
    public Func<object?[], object?> Function { get; }

    /// <summary>
    /// Each call's arguments as the wire delivers them: a table is a list or an <c>IDictionary&lt;string, object&gt;</c>.
    /// </summary>
    public IReadOnlyList<object?[]> Calls => _calls;
}
