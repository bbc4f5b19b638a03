using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>Runs the stand-in server as a program on Mono.</summary>
internal static class MonoServer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <summary>Runs MonoHost and returns its exit code and output.</summary>
    public static (int ExitCode, string Output) Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("mono") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Program());
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The server on Mono did not exit.");
        }

#pragma warning disable VSTHRD002 // The process has exited, so both tasks are complete.
        return (process.ExitCode, output.Result + errors.Result);
#pragma warning restore VSTHRD002
    }

    // The same configuration as the tests: …/bin/<configuration>/net10.0/.
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Repository.File($"tests/MonoHost/bin/{configuration}/net472/MonoHost.exe");
    }
}
