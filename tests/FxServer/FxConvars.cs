using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>The server's convars, and who listens to their changes.</summary>
public sealed class FxConvars
{
    private readonly GameServer _server;
    private readonly Dictionary<string, string> _values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
    private readonly List<(ScriptRuntime Owner, string Filter, string Function)> _listeners = new List<(ScriptRuntime, string, string)>();

    internal FxConvars(GameServer server) => _server = server;

    /// <summary>As <c>set name value</c>; listeners hear of it at once.</summary>
    public void Set(string name, string value)
    {
        _values[name] = value;
        Tell(name);
    }

    public void Remove(string name)
    {
        _values.Remove(name);
        Tell(name);
    }

    public string Get(string name, string defaultValue) => _values.TryGetValue(name, out var value) ? value : defaultValue;

    /// <summary>The default, too, for what is no whole number.</summary>
    internal int GetInt(string name, int defaultValue) =>
        _values.TryGetValue(name, out var value) &&
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : defaultValue;

    internal int Listen(ScriptRuntime owner, string filter, Delegate handler)
    {
        _listeners.Add((owner, filter, _server.Wire.Functions.Add(owner, handler)));
        return _listeners.Count;
    }

    internal void Forget(ScriptRuntime owner) => _listeners.RemoveAll(listener => listener.Owner == owner);

    private void Tell(string name)
    {
        foreach (var (_, filter, function) in _listeners.ToArray())
        {
            if (Matches(filter, name))
            {
                _server.Wire.Call(function, [name, null], _server.Host, invoker: null);
            }
        }
    }

    private static bool Matches(string filter, string name) => filter.EndsWith("*", StringComparison.Ordinal)
        ? name.StartsWith(filter.Substring(0, filter.Length - 1), StringComparison.OrdinalIgnoreCase)
        : string.Equals(filter, name, StringComparison.OrdinalIgnoreCase);
}
