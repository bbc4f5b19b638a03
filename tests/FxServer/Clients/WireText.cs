using System;
using System.Collections.Generic;
using System.Globalization;

namespace FxServer;

/// <summary>Reads what came over the wire as text, the way a Lua script on a client shows it.</summary>
internal static class WireText
{
    /// <summary>Null for nothing, and for a table, which is no text.</summary>
    public static string? Of(object? value) =>
        value is IConvertible ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public static string? Of(IDictionary<string, object?> map, string key) =>
        map.TryGetValue(key, out var value) ? Of(value) : null;
}
