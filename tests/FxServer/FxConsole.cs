using System;
using System.Collections.Generic;
using System.Text;

namespace FxServer;

/// <summary>The server's console: what resources print, and the server's own messages.</summary>
public sealed class FxConsole
{
    private readonly object _gate = new object();
    private readonly List<string> _lines = new List<string>();
    private readonly StringBuilder _unfinished = new StringBuilder();
    private FxPlayer? _mirror;

    internal FxConsole()
    {
    }

    /// <summary>Raised for each line, on the thread that printed it.</summary>
    public event Action<string>? LineWritten;

    /// <summary>All lines as printed: with color codes, without the server's prefix.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return _lines.ToArray();
            }
        }
    }

    /// <summary>All lines, each with a line break.</summary>
    public string Text => string.Concat(Array.ConvertAll((string[])Lines, line => line + "\n"));

    public void Clear()
    {
        lock (_gate)
        {
            _lines.Clear();
            _unfinished.Clear();
        }
    }

    internal void WriteLine(string line) => Print(line + "\n");

    internal void Print(string text)
    {
        var finished = new List<string>();
        lock (_gate)
        {
            foreach (var letter in text)
            {
                if (letter == '\n')
                {
                    finished.Add(_unfinished.ToString());
                    _unfinished.Clear();
                }
                else if (letter != '\r')
                {
                    _unfinished.Append(letter);
                }
            }

            _lines.AddRange(finished);
            finished.ForEach(line => _mirror?.AddMirroredPrint(line));
        }

        finished.ForEach(line => LineWritten?.Invoke(line));
    }

    /// <summary>Mirrors the output to a player from now on, as while the player's command runs; null for nobody.</summary>
    /// <returns>The previous player.</returns>
    internal FxPlayer? MirrorTo(FxPlayer? player)
    {
        lock (_gate)
        {
            var before = _mirror;
            _mirror = player;
            return before;
        }
    }
}
