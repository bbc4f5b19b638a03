using System;
using Benchmarks;
using SonoranCad.Remove911.Tests.Faults;
using Xunit.Sdk;

namespace MonoSoak;

/// <summary>
/// <c>soak</c>: the fault suite, 100,000 commands and a million idle ticks; <c>load</c>: everything at once. Exits with 1 if
/// anything is lost, grows, is slow or leaves the main thread.
/// </summary>
internal static class Program
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongArguments = 2;

    private static int Main(string[] args)
    {
        try
        {
            switch (args.Length == 1 ? args[0] : "")
            {
                case "soak":
                    RunFaultSuite();
                    SoakRun.Run();
                    return Done;
                case "load":
                    LoadRun.Run();
                    return Done;
                default:
                    Console.Error.WriteLine("soak | load");
                    return WrongArguments;
            }
        }
        catch (Exception failure) when (failure is XunitException or TimeoutException)
        {
            Console.Error.WriteLine(failure.Message);
            return Failed;
        }
    }

    private static void RunFaultSuite()
    {
        var suite = new FaultSuite(new ConsoleOutput());
        Progress.Report("the fault suite over v1");
        suite.EveryQueuedV1RemovalCompletesExactlyOnceUnderFaults();
        Progress.Report("the fault suite over v2");
        suite.EveryQueuedV2RemovalCompletesExactlyOnceUnderFaults();
    }
}
