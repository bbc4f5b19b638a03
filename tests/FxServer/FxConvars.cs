using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>The server's convars and their change listeners.</summary>
public sealed class FxConvars
{
    private readonly GameServer _server;
    private readonly Dictionary<string, string> _values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _protected = new HashSet<string>(StringComparer.Ordinal);
    private readonly HashSet<(string Resource, string Name)> _grants = new HashSet<(string, string)>();
    private readonly List<(ScriptRuntime Owner, string Filter, string Function)> _listeners = new List<(ScriptRuntime, string, string)>();

    internal FxConvars(GameServer server) => _server = server;

    /// <summary>Same as <c>set name value</c>. Listeners are notified immediately.</summary>
    public void Set(string name, string value)
    {
        _values[name] = value;
        NotifyListeners(name);
    }

    /// <summary>
    /// Sets a convar that only granted resources can read; for all others it does not exist. It stays protected when the value
    /// is replaced or removed.
    /// </summary>
    public void Protect(string name, string value)
    {
        _protected.Add(name);
        Set(name, value);
    }

    /// <summary>
    /// Same as <c>add_convar_permission resource read name</c> in server.cfg. The first grant protects the convar from all
    /// other resources, even before it is set. Unlike values, protections and grants are case-sensitive.
    /// </summary>
    public void Grant(string resource, string name)
    {
        _protected.Add(name);
        _grants.Add((resource, name));
    }

    public void Remove(string name)
    {
        _values.Remove(name);
        NotifyListeners(name);
    }

    /// <summary>The value as the server sees it, protected or not.</summary>
    public string Get(string name, string defaultValue) => _values.TryGetValue(name, out var value) ? value : defaultValue;

    /// <summary>The value as a resource reads it: the default if the resource may not read it.</summary>
    internal string Read(string resource, string name, string defaultValue) =>
        MayRead(resource, name) ? Get(name, defaultValue) : defaultValue;

    /// <summary>The default if the value is not an integer, or if the resource may not read it.</summary>
    internal int ReadInt(string resource, string name, int defaultValue) =>
        MayRead(resource, name) &&
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

    private bool MayRead(string resource, string name) => !_protected.Contains(name) || _grants.Contains((resource, name));

    private void NotifyListeners(string name)
    {
        // The server reads on nobody's behalf here, so not even a granted resource is notified of a protected convar.
        if (_protected.Contains(name))
        {
            return;
        }

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
