using System;
using System.Collections.Generic;

namespace FxServer;

/// <summary>A function for a resource to call back, that keeps what it is called with.</summary>
public sealed class FxCallback
{
    private readonly List<object?[]> _calls = new List<object?[]>();

    /// <param name="answer">What each call returns to the resource.</param>
    public FxCallback(object? answer = null) => Function = args =>
    {
        _calls.Add(args);
        return answer;
    };

    /// <summary>Goes among the arguments of a neighbour's or a player's event, or of an export's call.</summary>
    public Func<object?[], object?> Function { get; }

    /// <summary>Each call's arguments, as the wire leaves them: a table is a list or an <c>IDictionary&lt;string, object&gt;</c>.</summary>
    public IReadOnlyList<object?[]> Calls => _calls;
}
