using System;
using System.IO;
using Playground.Display;
using Spectre.Console;

namespace Playground.Web;

/// <summary>A screen whose output is text, for the page.</summary>
internal sealed class PlainOutput : IDisposable
{
    private const int Columns = 110;

    private readonly StringWriter _text = new();

    /// <param name="secrets">Shared with the other screens.</param>
    public PlainOutput(SecretMask secrets)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_text),
        });
        console.Profile.Width = Columns;
        console.Profile.Capabilities.Unicode = true;
        Screen = new Screen(console, secrets);
    }

    public Screen Screen { get; }

    /// <summary>What was written since the last time.</summary>
    public string Take()
    {
        var text = _text.ToString().Trim('\r', '\n');
        _text.GetStringBuilder().Clear();
        return text;
    }

    public void Dispose() => _text.Dispose();
}
