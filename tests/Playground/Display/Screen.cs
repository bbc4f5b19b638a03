using System.Collections.Generic;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Playground.Display;

/// <summary>
/// All that is written to the person. Text from elsewhere goes into <see cref="Text"/> and <see cref="Paragraph"/>, never
/// into markup.
/// </summary>
internal sealed class Screen
{
    // The longest mark, "Jane's toast", and the gap behind it.
    private const int MarkWidth = 12;
    private const int ExampleWidth = 22;

    private static readonly Style Faint = new(Color.Grey);

    private readonly IAnsiConsole _console;

    public Screen(IAnsiConsole console) => _console = console;

    public void Prompt() => _console.Write(new Text("> ", new Style(Color.Aqua)));

    /// <summary>What was typed, where the terminal didn't show it.</summary>
    public void Echo(string line) => _console.WriteLine(TerminalText.Of(line));

    public void Say(string line) => _console.Write(new Paragraph(TerminalText.Of(line) + "\n"));

    public void Heading(string line) => _console.Write(new Paragraph(TerminalText.Of(line) + "\n", new Style(decoration: Decoration.Bold)));

    public void Problem(string line) => _console.Write(new Paragraph(TerminalText.Of(line) + "\n", new Style(Color.Yellow)));

    public void Success(string line) => _console.Write(new Paragraph(TerminalText.Of(line) + "\n", new Style(Color.Green)));

    public void BlankLine() => _console.WriteLine();

    /// <summary>A line that appeared somewhere.</summary>
    /// <param name="where">The console, a player's chat, the CAD.</param>
    /// <param name="text">May hold colour codes.</param>
    public void Line(string where, string text) =>
        _console.Write(new LabeledLine(TerminalText.Of(where), MarkWidth, Faint, ColorCodes.Read(text)));

    /// <summary>What can be typed, and what that does.</summary>
    public void Example(string typed, string meaning) =>
        _console.Write(new LabeledLine(TerminalText.Of(typed), ExampleWidth, new Style(Color.Aqua), new Text(TerminalText.Of(meaning))));

    public void Table(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in heads)
        {
            table.AddColumn(new TableColumn(new Text(head, Faint)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(IRenderable (cell) => new Text(TerminalText.Of(cell))).ToArray());
        }

        _console.Write(table);
    }
}
