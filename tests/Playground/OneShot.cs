using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using CadServer;
using Playground.Commands;
using Playground.Display;
using Playground.Scene;

namespace Playground;

/// <summary>Runs commands one after the other without a prompt, for a script or a quick look.</summary>
internal sealed class OneShot
{
    private readonly World _world;
    private readonly Session _session;
    private readonly Screen _screen;
    private readonly Func<string?> _readReply;

    /// <param name="world">Its calls are shown.</param>
    /// <param name="session">Runs the commands.</param>
    /// <param name="screen">Where the results are shown.</param>
    /// <param name="readReply">Reads the reply to a question; null at the end of the input.</param>
    public OneShot(World world, Session session, Screen screen, Func<string?>? readReply = null)
    {
        _readReply = readReply ?? (() => null);
        _world = world;
        _session = session;
        _screen = screen;
    }

    /// <returns>Whether every command did what it asked for.</returns>
    public bool Run(IEnumerable<string> lines, CancellationToken ending)
    {
        var allDone = true;
        if (_world.Live is not null)
        {
            LiveQuestion.Warn(_world, _screen);
        }

        _session.Start();
        foreach (var line in lines)
        {
            if (ending.IsCancellationRequested || _session.IsOver)
            {
                break;
            }

            allDone &= Run(line);
        }

        return _session.Finish() && allDone && !ending.IsCancellationRequested;
    }

    private bool Run(string line)
    {
        _screen.BlankLine();
        _screen.Prompt();
        _screen.Echo(line);
        _screen.Secrets.Learn(line);
        var shows = _world.Live is null && _session.MayClearCalls(line);
        if (_session.NeedsConfirmation(line) && LiveQuestion.IsYes(_world, _screen, _readReply))
        {
            _session.ConfirmRemovals();
        }

        ShowCalls("calls before", shows);
        var result = _session.Run(line);
        ShowCalls("calls after", shows);
        Show(result);
        return result.IsDone || result.IsPending;
    }

    private void Show(PromptResult result)
    {
        if (result.IsDone)
        {
            _screen.Success("Done.");
        }
        else
        {
            _screen.Problem((result.IsPending ? "Not done yet: " : "Not done: ") + result.Reason);
        }
    }

    private void ShowCalls(string label, bool shows)
    {
        if (shows)
        {
            var open = Numbers(_world.Cad.OpenCalls(_world.Community));
            _screen.Line(label, $"open {open}; cleared {Numbers(_world.Cad.ClearedCalls(_world.Community))}");
        }
    }

    private static string Numbers(IReadOnlyList<CadCall> calls) => calls.Count == 0
        ? "none"
        : string.Join(' ', calls.Select(call => call.CallId.ToString(CultureInfo.InvariantCulture)));
}
