using System;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using FxServer;
using Playground.Display;
using Playground.Scene;
using Spectre.Console;

namespace Playground;

/// <summary>The resource to try out without a game server and without a CAD.</summary>
internal static class Program
{
    private const string RedM = "--redm";
    private const int AllDone = 0;
    private const int NotAllDone = 1;

    // Past the 10 s after which the resource gives an answer up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private static int Main(string[] args)
    {
        // Windows consoles start in another encoding, without arrows.
        System.Console.OutputEncoding = Encoding.UTF8;
        using var ending = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Leave(signal, ending));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Leave(signal, ending));

        var screen = new Screen(AnsiConsole.Console);
        var isRedM = args.Length > 0 && args[0] == RedM;
        using var world = new World(isRedM ? FxGame.Rdr3 : FxGame.Gta5);
        var session = new Session(world, screen, Patience, ending.Token);
        var lines = isRedM ? args[1..] : args;
        if (lines.Length > 0)
        {
            return new OneShot(world, session, screen).Run(lines, ending.Token) ? AllDone : NotAllDone;
        }

        new PromptLoop(world, session, screen, System.Console.In, System.Console.IsInputRedirected).Run(ending.Token);
        return AllDone;
    }

    // The process must live on until the temporary folder is gone.
    private static void Leave(PosixSignalContext signal, CancellationTokenSource ending)
    {
        signal.Cancel = true;
        ending.Cancel();
    }
}
