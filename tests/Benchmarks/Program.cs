using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Benchmarks.Naive;
using Benchmarks.SharedKey;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// Measures what the README claims and reports each missed target. <c>--quick</c> skips the long parts and relaxes the targets
/// that a busy machine would miss; <c>--real-v2</c> clears 100 calls over v2 in real time, which takes nine minutes;
/// <c>--main-thread</c> measures only how long work blocks the main thread on Mono; <c>--shared-key</c> only servers that share
/// an API key, and draws docs/shared-key.png; <c>--naive</c> only compares with one request for each call, and draws
/// docs/naive.png.
/// </summary>
internal static class Program
{
    private const int Met = 0;
    private const int Missed = 1;

    private static int Main(string[] args)
    {
        var isQuick = args.Contains("--quick");
        var figures = new List<BenchmarkResult>();
        if (args.Contains("--main-thread"))
        {
            figures.AddRange(MainThreadBenchmarks.Run(isQuick));
            return Finish(figures);
        }

        if (args.Contains("--shared-key"))
        {
            figures.AddRange(SharedKeyBenchmarks.Run("docs/shared-key.png"));
            return Finish(figures);
        }

        if (args.Contains("--naive"))
        {
            figures.AddRange(NaiveBenchmarks.Run("docs/naive.png"));
            return Finish(figures);
        }

        figures.AddRange(CommandBenchmarks.Run(isQuick));
        figures.AddRange(MainThreadBenchmarks.Run(isQuick));
        Progress.Report("the tick");
        figures.AddRange(TickBenchmarkRunner.Run());
        figures.AddRange(Clearing(isQuick, args.Contains("--real-v2")));
        figures.AddRange(SharedKeyBenchmarks.Run(plotPath: null));
        Progress.Report("the audit file");
        figures.AddRange(AuditBenchmark.Run());
        figures.AddRange(MillionCommands.Run(isQuick ? 50_000 : 1_000_000));
        return Finish(figures);
    }

    private static int Finish(List<BenchmarkResult> figures)
    {
        Show(figures);
        return figures.TrueForAll(figure => figure.IsMet) ? Met : Missed;
    }

    private static IEnumerable<BenchmarkResult> Clearing(bool isQuick, bool isRealV2)
    {
        yield return ClearingBenchmarks.RealTime(1, "v1", 1, TimeSpan.FromSeconds(1));
        yield return ClearingBenchmarks.RealTime(100, "v1", 2, TimeSpan.FromSeconds(3));
        if (!isQuick)
        {
            yield return ClearingBenchmarks.RealTime(1000, "v1", 20, TimeSpan.FromSeconds(25));
        }

        yield return ClearingBenchmarks.RealTime(1, "v2", 1, TimeSpan.FromSeconds(1));
        if (isRealV2)
        {
            yield return ClearingBenchmarks.RealTime(100, "v2", 105, TimeSpan.FromSeconds(540 * 1.05));
        }

        // The limit lets ten requests out at once and then ten per minute: 100 take nine minutes, 1,000 take 99.
        yield return ClearingBenchmarks.VirtualTime(100, 105, TimeSpan.FromSeconds(540 * 1.05));
        yield return ClearingBenchmarks.VirtualTime(1000, 1050, TimeSpan.FromMinutes(99 * 1.05));
    }

    private static void Show(List<BenchmarkResult> figures)
    {
        var table = new Table().AddColumns("What", "Measured", "Target");
        foreach (var figure in figures)
        {
            table.AddRow(Markup.Escape(figure.What), Markup.Escape(figure.Value), (figure.IsMet ? "[green]" : "[red]missed: ") + Markup.Escape(figure.Target) + "[/]");
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        Console.WriteLine();
        Console.WriteLine("| what | measured | target |");
        Console.WriteLine("|---|---|---|");
        figures.ForEach(figure => Console.WriteLine($"| {figure.What} | {figure.Value} | {figure.Target} |"));
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
