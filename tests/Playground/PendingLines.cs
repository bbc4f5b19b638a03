using System;
using System.Collections.Generic;
using System.Linq;
using Playground.Commands;
using Playground.Display;

namespace Playground;

/// <summary>The lines whose results are not known yet, and those whose results are known but not shown.</summary>
internal sealed class PendingLines
{
    private readonly List<(string Line, Func<bool, PromptResult?> Later)> _lines = [];
    private readonly Queue<(string Line, PromptResult Result)> _results = new();

    public bool Any => _lines.Count > 0;

    public bool HasResults => _results.Count > 0;

    /// <summary>Whether every line that was completed here did what it asked for.</summary>
    public bool AreAllDone { get; private set; } = true;

    public void Add(string line, Func<bool, PromptResult?> later) => _lines.Add((line, later));

    /// <summary>Asks each line for its result; true if some still have none.</summary>
    public bool Update(bool isIdle)
    {
        foreach (var (line, later) in _lines.ToList())
        {
            if (later(isIdle) is { } result)
            {
                _lines.Remove((line, later));
                Complete(line, result);
            }
        }

        return Any;
    }

    /// <summary>Nobody waits any longer for those that are left.</summary>
    public void GiveUp()
    {
        foreach (var (line, _) in _lines)
        {
            Complete(line, PromptResult.Failed("It is still pending."));
        }

        _lines.Clear();
    }

    public void ShowResults(Screen screen)
    {
        while (_results.TryDequeue(out var entry))
        {
            var line = screen.Secrets.MaskTyped(entry.Line.Trim());
            if (entry.Result.IsDone)
            {
                screen.Success($"Done: {line}");
            }
            else
            {
                screen.Problem($"Not done: {line}. {entry.Result.Reason}");
            }
        }
    }

    private void Complete(string line, PromptResult result)
    {
        AreAllDone &= result.IsDone;
        _results.Enqueue((line, result));
    }
}
