using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Playground.Display;
using Playground.Input;
using Playground.Scene;
using Playground.Web;
using Spectre.Console;

namespace Playground;

/// <summary>Tries the resource out without a game server and without a CAD.</summary>
internal static class Program
{
    private const int AllDone = 0;
    private const int NotAllDone = 1;

    // Longer than the 10 s after which the resource gives up on a response.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(12);

    // At a prompt, the next command need not wait for the last one.
    private static readonly TimeSpan PromptTimeout = TimeSpan.FromSeconds(1);

    private static int Main(string[] args)
    {
        // Windows consoles start in another encoding, which has no arrows.
        System.Console.OutputEncoding = Encoding.UTF8;
        using var ending = new CancellationTokenSource();
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        List<PosixSignalRegistration> registrations =
            [.. signals.Select(signal => PosixSignalRegistration.Create(signal, context => Leave(context, ending)))];

        var screen = new Screen(AnsiConsole.Console);
        try
        {
            return Run(Options.Parse(args), screen, ending.Token) ? AllDone : NotAllDone;
        }
        catch (Exception failure)
        {
            // A full disk, a folder that can't be written, a terminal that is gone.
            return Report(screen, failure);
        }
        finally
        {
            registrations.ForEach(registration => registration.Dispose());
        }
    }

    private static bool Run(Options options, Screen screen, CancellationToken ending)
    {
        if (options.ShowsHelp)
        {
            System.Console.WriteLine(Options.Usage);
            return true;
        }

        if (options.Problem is { } problem)
        {
            screen.Problem(problem);
            return false;
        }

        LiveAccount? live = null;
        if (options.IsLive && !LiveAccount.TryRead(options.ConfigFile ?? DefaultConfigFile(), out live, out var missing))
        {
            screen.Problem(missing);
            return false;
        }

        using var world = new World(options.Game, live: live);
        if (options.IsWeb)
        {
            new WebPlayground(world, screen).Run(options.Port, ending);
            return true;
        }

        if (options.Lines.Count > 0)
        {
            var session = new Session(world, screen, Timeout, ending);
            return new OneShot(world, session, screen, System.Console.In.ReadLine).Run(options.Lines, ending);
        }

        if (!System.Console.IsInputRedirected && !System.Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi)
        {
            return RunPrompt(world, screen, new LineEditor(screen, ConsoleKeys.Read()), ending);
        }

        using var input = new PipedInput(System.Console.In, screen, System.Console.IsInputRedirected);
        return RunPrompt(world, screen, input, ending);
    }

    private static string DefaultConfigFile() => Path.Combine(ResourceFolder.FindCheckout(), "config.json");

    private static bool RunPrompt(World world, Screen screen, IPromptInput input, CancellationToken ending)
    {
        var session = new Session(world, screen, input.IsInteractive ? PromptTimeout : Timeout, ending);
        return new PromptLoop(world, session, screen, input).Run(ending);
    }

    private static int Report(Screen screen, Exception failure)
    {
        try
        {
            screen.Problem($"The Playground stopped: {failure.Message}");
        }
        catch (IOException)
        {
            // Nobody is there to read it.
        }

        return NotAllDone;
    }

    // The process has to live on until the temporary folder is deleted.
    private static void Leave(PosixSignalContext signal, CancellationTokenSource ending)
    {
        signal.Cancel = true;
        ending.Cancel();
    }
}
