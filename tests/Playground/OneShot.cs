using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using CadServer;
using Playground.Display;
using Playground.Scene;

namespace Playground;

/// <summary>Runs commands one after the other without a prompt, for a script or a look in passing.</summary>
internal sealed class OneShot
{
    private readonly World _world;
    private readonly Session _session;
    private readonly Screen _screen;

    public OneShot(World world, Session session, Screen screen)
    {
        _world = world;
        _session = session;
        _screen = screen;
    }

    /// <returns>Whether every command was done.</returns>
    public bool Run(IEnumerable<string> lines, CancellationToken ending)
    {
        var allDone = true;
        _session.Start();
        foreach (var line in lines)
        {
            if (ending.IsCancellationRequested || _session.IsOver)
            {
                break;
            }

            allDone &= Run(line);
        }

        return allDone && !ending.IsCancellationRequested;
    }

    private bool Run(string line)
    {
        _screen.BlankLine();
        _screen.Prompt();
        _screen.Echo(line);
        var shows = _session.MayClearCalls(line);
        ShowCalls("calls before", shows);
        var result = _session.Run(line);
        ShowCalls("calls after", shows);
        if (result.IsDone)
        {
            _screen.Success("Done.");
        }
        else
        {
            _screen.Problem("Not done: " + result.Reason);
        }

        return result.IsDone;
    }

    private void ShowCalls(string mark, bool shows)
    {
        if (shows)
        {
            var open = Numbers(_world.Cad.OpenCalls(_world.Community));
            _screen.Line(mark, $"open {open}; cleared {Numbers(_world.Cad.ClearedCalls(_world.Community))}");
        }
    }

    private static string Numbers(IReadOnlyList<CadCall> calls) => calls.Count == 0
        ? "none"
        : string.Join(' ', calls.Select(call => call.CallId.ToString(CultureInfo.InvariantCulture)));
}
