using System.Collections.Generic;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Playground.Display;

/// <summary>A label, and a text that wraps in its own column beside it. A grid would do the same, but pad each line with spaces.</summary>
internal sealed class LabeledLine : Renderable
{
    private const int Indent = 2;

    private readonly string _label;
    private readonly int _labelWidth;
    private readonly Style _labelStyle;
    private readonly IRenderable _text;

    /// <param name="label">Stays on one line.</param>
    /// <param name="labelWidth">The width of its column. A longer label pushes the first line of the text to the right.</param>
    /// <param name="labelStyle">The style of the label only.</param>
    /// <param name="text">Wraps.</param>
    public LabeledLine(string label, int labelWidth, Style labelStyle, IRenderable text)
    {
        _label = label;
        _labelWidth = labelWidth;
        _labelStyle = labelStyle;
        _text = text;
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var left = Indent + _labelWidth + 1;
        var first = true;
        foreach (var line in Segment.SplitLines(_text.Render(options, System.Math.Max(1, maxWidth - left))))
        {
            yield return new Segment(new string(' ', Indent));
            yield return new Segment((first ? _label : string.Empty).PadRight(_labelWidth + 1), _labelStyle);
            for (var index = 0; index < line.Count; index++)
            {
                // Wrapping leaves the space that it broke at.
                yield return index < line.Count - 1 ? line[index] : new Segment(line[index].Text.TrimEnd(), line[index].Style);
            }

            yield return Segment.LineBreak;
            first = false;
        }
    }
}
