using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Benchmarks;

/// <summary>Runs MonoHost, the stand-in server as a program for Mono.</summary>
internal static class MonoProgram
{
    private const string ResultPrefix = "compare| ";
    private const string ScenarioPrefix = "main thread| ";

    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "mono")));

    /// <summary>Compares the commands on Mono: the empty command's microseconds, ours, and the ratio.</summary>
    public static string Compare(BenchServer bench) => Run(bench.Folder, Path.Combine(bench.Home, "mono-data"), "compare", ResultPrefix).Single();

    /// <summary>Runs one of the <see cref="MainThreadScenarios"/> in its own process and folder.</summary>
    public static IEnumerable<(string Figure, MainThreadTime Time)> RunScenario(string name)
    {
        var home = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        try
        {
            var folder = BenchServer.CreateFolder(home);
            return [.. Run(folder, Path.Combine(home, "data"), "main-thread " + name, ScenarioPrefix)
                .Select(line => line.Split('|'))
                .Select(parts => (parts[0].Trim(), MainThreadTime.Parse(parts[1].Trim())))];
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static List<string> Run(string folder, string data, string step, string prefix)
    {
        // The same configuration as this build: …/bin/<configuration>/net10.0/.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(BenchServer.Checkout, "tests", "MonoHost", "bin", configuration, "net472", "MonoHost.exe");
        string[] arguments = [program, "--resource", folder, "--data", data, "--", step];
        using var process = Process.Start(new ProcessStartInfo("mono", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var lines = output.Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..].Trim()).ToList();
        return lines.Count > 0 ? lines : throw new InvalidOperationException($"{step} on Mono gave no result: {output}");
    }
}
