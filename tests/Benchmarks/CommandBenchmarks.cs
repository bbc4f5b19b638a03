using System;
using System.Collections.Generic;
using System.Globalization;
using CadServer;

namespace Benchmarks;

/// <summary>Main-thread time of a command on .NET and, if installed, on Mono.</summary>
internal static class CommandBenchmarks
{
    private const double MostTimes = 2;

    // Other work on the machine shifts even a ratio: on a busy machine, it was 4.3 instead of 2.4.
    private const double LenientMostTimes = 5;

    public static IEnumerable<BenchmarkResult> Run(bool isLenient)
    {
        using var cad = Cad.Start();
        cad.AddCommunity("bench", "bench-key");
        using var bench = new BenchServer(cad.Url.ToString(), BenchServer.Fastest);
        var rounds = new CommandRounds(bench.Server);
        var most = isLenient ? LenientMostTimes : MostTimes;
        Progress.Report("the commands on .NET");
        rounds.Run(100, 60, () => bench.DrainAll(cad));
        yield return new BenchmarkResult("An empty command, main-thread time and bytes", $"{rounds.Empty:F1} µs, {Bytes(rounds, EmptyScript.Command):N0} B", string.Empty, true);
        yield return Compare("`clear911 <id>`, accepted and stored, compared with it", rounds.Clear, rounds.Ratio, $", {Bytes(rounds, CommandRounds.ClearCommand):N0} B", most);
        bench.DrainAll(cad);

        if (!MonoProgram.IsInstalled)
        {
            Progress.Report("not on Mono, which is not installed");
            yield break;
        }

        Progress.Report("the commands on Mono");
        var words = MonoProgram.Compare(bench).Split(' ');
        var (empty, clear, ratio) = (Number(words[0]), Number(words[1]), Number(words[2]));
        yield return new BenchmarkResult("An empty command on Mono, the real server's runtime", $"{empty:F1} µs", string.Empty, true);
        yield return Compare("`clear911 <id>` on Mono, compared with it", clear, ratio, string.Empty, most);
    }

    private static BenchmarkResult Compare(string what, double microseconds, double ratio, string bytes, double most) => new(
        what, $"{microseconds:F1} µs{bytes}: {ratio:F2} times", $"at most {most.ToString(CultureInfo.InvariantCulture)} times", ratio <= most);

    private static long Bytes(CommandRounds rounds, string command)
    {
        var lines = rounds.Lines(command);
        var before = GC.GetAllocatedBytesForCurrentThread();
        rounds.Type(lines);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / lines.Length;
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}
