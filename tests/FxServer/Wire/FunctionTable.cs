using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>The functions that were serialized, by their ids on the wire.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<string, (IFunctionOwner Owner, Delegate Function)> _functions =
        new Dictionary<string, (IFunctionOwner Owner, Delegate Function)>(StringComparer.Ordinal);

    private int _last;

    public string Add(IFunctionOwner owner, Delegate function)
    {
        var id = owner.Name + ":" + (++_last).ToString(CultureInfo.InvariantCulture);
        _functions[id] = (owner, function);
        return id;
    }

    /// <summary>Throws <see cref="InvalidOperationException"/> if the id is unknown or the function's owner has ended.</summary>
    public (IFunctionOwner Owner, Delegate Function) Find(string id)
    {
        if (!_functions.TryGetValue(id, out var found) || !found.Owner.IsAlive)
        {
            throw new InvalidOperationException($"The owner of the function reference {id} has ended.");
        }

        return found;
    }

    /// <summary>Drops the references of an owner that has ended.</summary>
    public void Forget(IFunctionOwner owner)
    {
        var gone = new List<string>();
        foreach (var entry in _functions)
        {
            if (ReferenceEquals(entry.Value.Owner, owner))
            {
                gone.Add(entry.Key);
            }
        }

        gone.ForEach(id => _functions.Remove(id));
    }
}
