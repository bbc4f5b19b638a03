using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Playground.Display;

/// <summary>
/// Writes everything that the person sees. All text goes through <see cref="Secrets"/>, and text from elsewhere into
/// <see cref="Text"/> and <see cref="Paragraph"/>, never into markup.
/// </summary>
internal sealed class Screen
{
    // The longest label, "Jane's toast", and the gap after it.
    private const int LabelWidth = 12;
    private const int ExampleWidth = 22;

    private const string ReadyPrompt = "> ";
    private const string WaitingPrompt = "(waiting) > ";

    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style Typed = new(Color.Aqua);

    private readonly IAnsiConsole _console;

    /// <param name="console">Where it writes.</param>
    /// <param name="secrets">Of another screen, if both show the same world; its own if null.</param>
    public Screen(IAnsiConsole console, SecretMask? secrets = null)
    {
        _console = console;
        Secrets = secrets ?? new SecretMask();
    }

    /// <summary>What must not be shown.</summary>
    public SecretMask Secrets { get; }

    public void Prompt(bool isWaiting = false) => _console.Write(new Text(PromptOf(isWaiting), Typed));

    /// <summary>Draws the prompt with a line that is being typed over what the terminal's line shows.</summary>
    /// <param name="isWaiting">The prompt says that something is pending.</param>
    /// <param name="line">Scrolls sideways if it is longer than the terminal is wide.</param>
    /// <param name="cursor">Where the next character goes.</param>
    public void EditLine(bool isWaiting, string line, int cursor)
    {
        var prompt = PromptOf(isWaiting);
        var width = System.Math.Max(1, _console.Profile.Width - prompt.Length - 1);
        var start = 0;
        while (CellsOf(line[start..cursor]) > width)
        {
            start++;
        }

        var end = line.Length;
        while (CellsOf(line[start..end]) > width)
        {
            end--;
        }

        _console.Write(new ControlCode("\r"));
        _console.Write(new Text(prompt, Typed));
        _console.Write(new Text(TerminalText.Of(line[start..end])));
        var column = prompt.Length + CellsOf(line[start..cursor]);
        _console.Write(new ControlCode(string.Create(CultureInfo.InvariantCulture, $"\u001b[K\r\u001b[{column}C")));
    }

    /// <summary>Empties the terminal's line, so that other output takes its place.</summary>
    public void EraseLine() => _console.Write(new ControlCode("\r\u001b[K"));

    /// <summary>Shows what was typed, if the terminal didn't.</summary>
    public void Echo(string line) => _console.WriteLine(TerminalText.Of(Secrets.MaskTyped(line)));

    public void Say(string line) => Sentence(line, Style.Plain);

    public void Heading(string line) => Sentence(line, new Style(decoration: Decoration.Bold));

    public void Problem(string line) => Sentence(line, new Style(Color.Yellow));

    /// <summary>Says what has consequences outside of this machine.</summary>
    public void Danger(string line) => Sentence(line, new Style(Color.Red, decoration: Decoration.Bold));

    public void Success(string line) => Sentence(line, new Style(Color.Green));

    public void Note(string line) => Sentence(line, Faint);

    public void BlankLine() => _console.WriteLine();

    /// <summary>A line that appeared somewhere.</summary>
    /// <param name="where">The console, a player's chat, the CAD.</param>
    /// <param name="text">May contain color codes.</param>
    public void Line(string where, string text) =>
        _console.Write(new LabeledLine(Clean(where), LabelWidth, Faint, ColorCodes.Read(Secrets.Mask(text))));

    /// <summary>What can be typed, and what that does.</summary>
    public void Example(string typed, string meaning) =>
        _console.Write(new LabeledLine(Clean(typed), ExampleWidth, Typed, new Text(Clean(meaning))));

    public void Table(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in heads)
        {
            table.AddColumn(new TableColumn(new Text(head, Faint)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(IRenderable (cell) => new Text(Clean(cell))).ToArray());
        }

        _console.Write(table);
    }

    private static string PromptOf(bool isWaiting) => isWaiting ? WaitingPrompt : ReadyPrompt;

    // Some characters take two columns, others none.
    private static int CellsOf(string text) => new Segment(TerminalText.Of(text)).CellCount();

    private void Sentence(string line, Style style) => _console.Write(new Paragraph(Clean(line) + "\n", style));

    private string Clean(string text) => TerminalText.Of(Secrets.Mask(text));
}
