using System.Collections.Generic;
using Playground.Display;

namespace Playground.Input;

/// <summary>
/// The lines typed so far, in memory only: nothing typed here outlives the Playground. Of a line with a secret it keeps what
/// comes before the secret.
/// </summary>
internal sealed class LineHistory
{
    private const int MaxLines = 500;

    private readonly List<string> _lines = [];
    private string _draft = string.Empty;
    private int _position;

    public void Add(string line)
    {
        var kept = SecretMask.Head(line);
        if (kept.Trim().Length > 0 && (_lines.Count == 0 || _lines[^1] != kept))
        {
            _lines.Add(kept);
        }

        if (_lines.Count > MaxLines)
        {
            _lines.RemoveAt(0);
        }

        _position = _lines.Count;
    }

    /// <summary>The line before; null at the first one.</summary>
    /// <param name="current">The current content of the line. It comes back after the newest line.</param>
    public string? Previous(string current)
    {
        if (_position == 0)
        {
            return null;
        }

        if (_position == _lines.Count)
        {
            _draft = current;
        }

        return _lines[--_position];
    }

    /// <summary>The line after; null if there is none.</summary>
    public string? Next()
    {
        if (_position == _lines.Count)
        {
            return null;
        }

        return ++_position == _lines.Count ? _draft : _lines[_position];
    }
}
