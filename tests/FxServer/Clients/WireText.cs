using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>Converts values from the wire to text, as a Lua script on a client does.</summary>
internal static class WireText
{
    /// <summary>Null for nil and for a table, which has no text.</summary>
    public static string? Of(object? value) =>
        value is IConvertible ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public static string? Of(IDictionary<string, object?> map, string key) =>
        map.TryGetValue(key, out var value) ? Of(value) : null;
}
