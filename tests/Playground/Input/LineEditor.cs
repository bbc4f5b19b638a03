using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using Playground.Display;

namespace Playground.Input;

/// <summary>
/// A line on a terminal, with editing and a history. It never waits for the end of the line, so that the server ticks and
/// other output appears above it while somebody types. That, and secrets shown as stars, is what the packaged line editors
/// can't do.
/// </summary>
internal sealed class LineEditor(Screen screen, BlockingCollection<ConsoleKeyInfo> keys) : IPromptInput
{
    private readonly LineBuffer _buffer = new();
    private readonly LineHistory _history = new();
    private bool _isWaiting;
    private bool _hasEnded;

    public bool IsInteractive => true;

    public bool IsOver => _hasEnded || keys.IsCompleted;

    public void Show(bool isWaiting)
    {
        _isWaiting = isWaiting;
        screen.EditLine(isWaiting, SecretMask.Star(_buffer.Text), _buffer.Cursor);
    }

    public void Hide() => screen.EraseLine();

    public bool TryRead(TimeSpan wait, out string line)
    {
        line = string.Empty;
        var watch = Stopwatch.StartNew();
        while (!IsOver && keys.TryTake(out var key, Remaining(wait, watch)))
        {
            if (key.Key == ConsoleKey.Enter)
            {
                line = Submit();
                return true;
            }

            Apply(key);
            Show(_isWaiting);
        }

        return false;
    }

    // What is typed ahead is read at once.
    private static TimeSpan Remaining(TimeSpan wait, Stopwatch watch) => watch.Elapsed < wait ? wait - watch.Elapsed : TimeSpan.Zero;

    private string Submit()
    {
        var line = _buffer.Text;
        _buffer.MoveEnd();
        Show(_isWaiting);
        screen.BlankLine();
        _history.Add(line);
        _buffer.Set(string.Empty);
        return line;
    }

    private void Apply(ConsoleKeyInfo key)
    {
        // Control with Alt is AltGr, which types characters such as @.
        if ((key.Modifiers & (ConsoleModifiers.Control | ConsoleModifiers.Alt)) == ConsoleModifiers.Control)
        {
            ApplyControl(key.Key);
        }
        else if (!char.IsControl(key.KeyChar))
        {
            _buffer.Insert(key.KeyChar);
        }
        else
        {
            ApplyPlain(key.Key);
        }
    }

    private void ApplyPlain(ConsoleKey key)
    {
        Action? edit = key switch
        {
            ConsoleKey.LeftArrow => _buffer.MoveLeft,
            ConsoleKey.RightArrow => _buffer.MoveRight,
            ConsoleKey.Home => _buffer.MoveHome,
            ConsoleKey.End => _buffer.MoveEnd,
            ConsoleKey.Backspace => _buffer.Backspace,
            ConsoleKey.Delete => _buffer.Delete,
            ConsoleKey.UpArrow => RecallPrevious,
            ConsoleKey.DownArrow => RecallNext,
            ConsoleKey.Escape => () => _buffer.Set(string.Empty),
            _ => null,
        };
        edit?.Invoke();
    }

    // The keys of a shell.
    private void ApplyControl(ConsoleKey key)
    {
        Action? edit = key switch
        {
            ConsoleKey.A => _buffer.MoveHome,
            ConsoleKey.E => _buffer.MoveEnd,
            ConsoleKey.B => _buffer.MoveLeft,
            ConsoleKey.F => _buffer.MoveRight,
            ConsoleKey.LeftArrow => _buffer.MoveWordLeft,
            ConsoleKey.RightArrow => _buffer.MoveWordRight,
            ConsoleKey.H => _buffer.Backspace,
            ConsoleKey.W or ConsoleKey.Backspace => _buffer.DeleteWord,
            ConsoleKey.U => _buffer.DeleteToStart,
            ConsoleKey.K => _buffer.DeleteToEnd,
            ConsoleKey.P => RecallPrevious,
            ConsoleKey.N => RecallNext,
            ConsoleKey.D => DeleteOrEnd,
            _ => null,
        };
        edit?.Invoke();
    }

    private void RecallPrevious() => Recall(_history.Previous(_buffer.Text));

    private void RecallNext() => Recall(_history.Next());

    private void Recall(string? line)
    {
        if (line is not null)
        {
            _buffer.Set(line);
        }
    }

    private void DeleteOrEnd()
    {
        _hasEnded = _buffer.Text.Length == 0;
        _buffer.Delete();
    }
}
