using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A Lua resource's callback, and the table that it received.</summary>
internal sealed class CallbackResult
{
    private readonly List<IDictionary<string, object?>> _tables = [];

    public Func<object?[], object?> Function => args =>
    {
        _tables.Add((IDictionary<string, object?>)args[0]!);
        return null;
    };

    public bool HasArrived => _tables.Count > 0;

    public int Count => _tables.Count;

    public bool Ok => (bool)Table["ok"]!;

    public IReadOnlyCollection<string> Keys => [.. Table.Keys];

    public IReadOnlyList<int> Cleared => [.. ((List<object?>)Table["cleared"]!).Select(ToInt)];

    public IReadOnlyList<IDictionary<string, object?>> Failed => [.. ((List<object?>)Table["failed"]!).Cast<IDictionary<string, object?>>()];

    public IReadOnlyList<int> Unlisted => [.. ((List<object?>)Table["unlisted"]!).Select(ToInt)];

    public string Code => (string)Failed[0]["code"]!;

    public string Message => (string)Failed[0]["message"]!;

    private IDictionary<string, object?> Table => _tables[0];

    public static int ToInt(object? number) => Convert.ToInt32(number, CultureInfo.InvariantCulture);
}
