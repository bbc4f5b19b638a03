using System.Collections.Generic;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Playground.Display;

/// <summary>A mark, and beside it a text that wraps in its own column. A grid would do the same and fill each line with blanks.</summary>
internal sealed class LabeledLine : Renderable
{
    private const int Indent = 2;

    private readonly string _mark;
    private readonly int _markWidth;
    private readonly Style _markStyle;
    private readonly IRenderable _text;

    /// <param name="mark">On one line.</param>
    /// <param name="markWidth">The column's; a longer mark moves its first line on.</param>
    /// <param name="markStyle">The mark's.</param>
    /// <param name="text">Wraps.</param>
    public LabeledLine(string mark, int markWidth, Style markStyle, IRenderable text)
    {
        _mark = mark;
        _markWidth = markWidth;
        _markStyle = markStyle;
        _text = text;
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var left = Indent + _markWidth + 1;
        var first = true;
        foreach (var line in Segment.SplitLines(_text.Render(options, System.Math.Max(1, maxWidth - left))))
        {
            yield return new Segment(new string(' ', Indent));
            yield return new Segment((first ? _mark : string.Empty).PadRight(_markWidth + 1), _markStyle);
            for (var index = 0; index < line.Count; index++)
            {
                // Wrapping leaves the blank at which it broke.
                yield return index < line.Count - 1 ? line[index] : new Segment(line[index].Text.TrimEnd(), line[index].Style);
            }

            yield return Segment.LineBreak;
            first = false;
        }
    }
}
