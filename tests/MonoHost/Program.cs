using System;
using System.Linq;
using Benchmarks;
using FxServer;

namespace MonoHost;

/// <summary>Starts a resource on the stand-in server, runs the given steps and prints the console and chat output.</summary>
internal static class Program
{
    // A scenario starts the resource itself, because the start is measured too.
    private const string MainThread = "main-thread ";

    private const int Done = 0;
    private const int WrongArguments = 2;
    private const int TimedOut = 3;
    private const int OffThread = 4;

    private static int Main(string[] args)
    {
        try
        {
            return Run(Options.Parse(args));
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            Console.Error.WriteLine(Options.Usage);
            return WrongArguments;
        }
    }

    private static int Run(Options options)
    {
        if (options.Steps.Count > 0 && options.Steps[0].StartsWith(MainThread, StringComparison.Ordinal))
        {
            using var scenarios = new MainThreadScenarios(options.Resource, options.Data);
            foreach (var figure in scenarios.Run(options.Steps[0].Substring(MainThread.Length)))
            {
                Console.WriteLine($"main thread| {figure.Key}| {figure.Value}");
            }

            return Done;
        }

        using var server = new GameServer(options.Data);
        server.AddResource("chat");
        server.Console.LineWritten += line => Console.WriteLine("console| " + line);
        options.Convars.ForEach(convar => server.Convars.Set(convar.Key, convar.Value));
        options.Aces.ForEach(ace => server.Aces.AddAce(ace.Key, ace.Value));
        foreach (var name in options.Players)
        {
            var player = server.Connect(name);
            player.ChatLineShown += line => Console.WriteLine($"chat {player.NetId}| {line}");
        }

        var sonoranCad = options.SonoranCadCommunity is null ? null : new SonoranCadResource(server);
        sonoranCad?.PublishAccount(options.SonoranCadCommunity!, "");
        var resource = server.StartResource(options.Resource, options.Name);
        var steps = new Steps(server, resource.Name, sonoranCad);
        var missed = options.Steps.FirstOrDefault(step => !steps.Run(step));
        if (missed is not null)
        {
            Console.Error.WriteLine("Timed out waiting for: " + missed);
            return TimedOut;
        }

        server.StopResource(resource.Name);
        foreach (var call in server.OffThreadCalls)
        {
            Console.Error.WriteLine("Off the main thread: " + call);
        }

        return server.OffThreadCalls.Count == 0 ? Done : OffThread;
    }
}
