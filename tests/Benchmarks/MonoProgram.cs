using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Benchmarks;

/// <summary>MonoHost, the stand-in server as a program on Mono.</summary>
internal static class MonoProgram
{
    private const string ResultPrefix = "compare| ";

    /// <summary>Whether <c>mono</c> is on the path.</summary>
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "mono")));

    /// <summary>Compares the commands there: the empty one's microseconds, ours, and the ratio.</summary>
    public static string Compare(BenchServer bench)
    {
        // The same configuration as here: …/bin/<configuration>/net10.0/.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(BenchServer.Checkout, "tests", "MonoHost", "bin", configuration, "net472", "MonoHost.exe");
        string[] arguments = [program, "--resource", bench.Folder, "--data", Path.Combine(bench.Home, "mono-data"), "--", "compare"];
        using var process = Process.Start(new ProcessStartInfo("mono", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith(ResultPrefix, StringComparison.Ordinal));
        return line?[ResultPrefix.Length..].Trim() ?? throw new InvalidOperationException("No comparison on Mono: " + output);
    }
}
