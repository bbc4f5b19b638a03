using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.BuiltAssembly;

/// <summary>The order of the layers, from its single source: the table "Where things are" in CONTRIBUTING.md.</summary>
internal sealed partial class LayerTable
{
    private const string Root = nameof(SonoranCad) + "." + nameof(Remove911) + ".";

    private readonly Dictionary<string, int> _heights;

    private LayerTable(IReadOnlyList<string> layers)
    {
        Layers = layers;
        _heights = layers.Index().ToDictionary(layer => layer.Item, layer => layer.Index, StringComparer.Ordinal);
    }

    /// <summary>The folders of src, lowest first, then the script.</summary>
    public IReadOnlyList<string> Layers { get; }

    public static LayerTable Read()
    {
        var section = Repository.Text("CONTRIBUTING.md").Split("\n## ")
            .Single(text => text.StartsWith("Where things are\n", StringComparison.Ordinal));
        return new LayerTable([.. Row().Matches(section).Select(row => row.Groups["layer"].Value)]);
    }

    /// <summary>A type's short name, such as <c>Delivery.Outbox</c>.</summary>
    public static string Short(string type) => type.StartsWith(Root, StringComparison.Ordinal) ? type[Root.Length..] : type;

    /// <summary>A type's layer: its namespace, or the script itself.</summary>
    public static string LayerOf(string type)
    {
        var name = Short(type);
        return name.LastIndexOf('.') is >= 0 and var end ? name[..end] : name;
    }

    /// <summary>Whether a reference points from a lower layer to a higher one.</summary>
    public bool PointsUp(CodeReference reference) =>
        _heights.TryGetValue(LayerOf(reference.From), out var from)
        && _heights.TryGetValue(LayerOf(reference.To), out var to)
        && from < to;

    [GeneratedRegex(@"^\| `src/…/(?<layer>\w+)(?:/|\.cs)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
