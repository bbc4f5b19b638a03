using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using Playground.Display;

namespace Playground.Input;

/// <summary>Lines from a pipe or a file, or from a terminal that can do no more.</summary>
internal sealed class PipedInput : IPromptInput, IDisposable
{
    private readonly BlockingCollection<string> _lines = [];
    private readonly TextReader _input;
    private readonly Screen _screen;
    private readonly bool _echoes;

    /// <param name="input">Read on a thread of its own, because reading blocks.</param>
    /// <param name="screen">Where the prompt is shown.</param>
    /// <param name="echoes">Shows each line, because no terminal has shown it.</param>
    public PipedInput(TextReader input, Screen screen, bool echoes)
    {
        _input = input;
        _screen = screen;
        _echoes = echoes;

        // A background thread: one that waits for input must not keep the process alive.
        new Thread(Read) { IsBackground = true }.Start();
    }

    public bool IsInteractive => !_echoes;

    public bool IsOver => _lines.IsCompleted;

    public void Show(bool isWaiting) => _screen.Prompt(isWaiting);

    public void Hide() => _screen.BlankLine();

    public bool TryRead(TimeSpan wait, out string line)
    {
        if (!_lines.TryTake(out var taken, wait))
        {
            line = string.Empty;
            return false;
        }

        line = taken;
        if (_echoes)
        {
            _screen.Echo(line);
        }

        return true;
    }

    public void Dispose() => _lines.Dispose();

    private void Read()
    {
        try
        {
            while (_input.ReadLine() is { } line)
            {
                _lines.Add(line);
            }

            _lines.CompleteAdding();
        }
        catch (ObjectDisposedException)
        {
            // The Playground ended before the input did, and nobody waits for more.
        }
        catch (IOException)
        {
            // The terminal is gone.
            _lines.CompleteAdding();
        }
    }
}
