using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Playground.Display;
using Playground.Input;
using Spectre.Console.Testing;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class LineEditorTests : IDisposable
{
    private readonly TestConsole _console = new();
    private readonly BlockingCollection<ConsoleKeyInfo> _keys = [];
    private readonly LineEditor _editor;

    public LineEditorTests()
    {
        _console.Profile.Width = 40;
        _editor = new LineEditor(new Screen(_console), _keys);
    }

    [Theory]
    [InlineData("abc<Left><Backspace>x<Enter>", "axc")]
    [InlineData("abc<Home><Delete>x<End>y<Enter>", "xbcy")]
    [InlineData("one two<C-W>three<Enter>", "one three")]
    [InlineData("one two<C-Left>x<C-A>y<C-E>z<Enter>", "yone xtwoz")]
    [InlineData("one<C-U>two<Left><C-K><Enter>", "tw")]
    [InlineData("one<Escape>two<Enter>", "two")]
    [InlineData("a😀b<Left><Backspace><Enter>", "ab")]
    [InlineData("<Left><Backspace><Delete><Right><Enter>", "")]
    [InlineData("@ö<Enter>", "@ö")]
    public void LineIsEdited(string typed, string line) => Assert.Equal([line], Read(typed));

    [Theory]
    [InlineData("one<Enter>two<Enter><Up><Up><Enter>", "one", "two", "one")]
    [InlineData("one<Enter>dr<Up><Down>aft<Enter>", "one", "draft")]
    [InlineData("one<Enter>one<Enter>two<Enter><C-P><C-P><C-P><C-N><Enter>", "one", "one", "two", "two")]
    [InlineData("<Up><Down>one<Enter>", "one")]
    public void EarlierLinesAreRecalled(string typed, params string[] lines) => Assert.Equal(lines, Read(typed));

    [Fact]
    public void SecretIsShownAsStarsAndLeftOutOfHistory()
    {
        Assert.Equal(["config apiKey hush", "config apiKey "], Read("config apiKey hush<Enter><Up><Enter>"));

        Assert.Contains("config apiKey ****", _console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", _console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("apiKey hu", _console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void LongLineScrollsSideways()
    {
        Assert.Equal([new string('a', 100)], Read(new string('a', 100) + "<Enter>"));

        Assert.All(_console.Output.Split('\n'), row => Assert.DoesNotContain(new string('a', 40), row, StringComparison.Ordinal));
    }

    [Fact]
    public void ControlDEndsInputOnEmptyLineOnly()
    {
        Read("ab<Home><C-D>");
        Assert.False(_editor.IsOver);

        Read("<C-D><C-D>");
        Assert.True(_editor.IsOver);
    }

    [Fact]
    public void PromptShowsWaiting()
    {
        _editor.Show(isWaiting: true);

        Assert.Contains("(waiting) > ", _console.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _console.Dispose();
        _keys.Dispose();
    }

    private List<string> Read(string typed)
    {
        TypedKeys.Add(_keys, typed);
        var lines = new List<string>();
        while (_keys.Count > 0 && !_editor.IsOver)
        {
            if (_editor.TryRead(TimeSpan.Zero, out var line))
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
