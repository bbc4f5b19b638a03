using System;
using System.Diagnostics;
using System.IO;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

/// <summary>The Playground as a process, for what only the operating system can do to it.</summary>
public sealed class PlaygroundProcessTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly string _temporary = Directory.CreateTempSubdirectory("playground-test-").FullName;

    [UnixTheory]
    [InlineData("HUP")]
    [InlineData("TERM")]
    [InlineData("INT")]
    public void SignalDeletesTemporaryFolder(string signal)
    {
        using var playground = Start(_temporary);
        while (playground.StandardOutput.ReadLine() is { } line && !line.Contains("end the Playground", StringComparison.Ordinal))
        {
        }

        Assert.Single(Directory.GetDirectories(_temporary));

        // A bare Debian has no program of that name, but every shell has the command.
        using (var kill = Process.Start("/bin/sh", ["-c", FormattableString.Invariant($"kill -{signal} {playground.Id}")]))
        {
            kill.WaitForExit();
        }

        Assert.True(playground.WaitForExit(Limit));
        Assert.Empty(Directory.GetFileSystemEntries(_temporary));
        Assert.Equal(1, playground.ExitCode);
    }

    [Fact]
    public void UnwritableFolderIsReportedInOneLineWithoutStackTrace()
    {
        using var playground = Start(Path.Combine(_temporary, "missing"), "calls");

        var shown = playground.StandardOutput.ReadToEnd() + playground.StandardError.ReadToEnd();

        Assert.True(playground.WaitForExit(Limit));
        Assert.Equal(1, playground.ExitCode);
        Assert.StartsWith("The Playground stopped: ", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", shown, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    private static Process Start(string temporary, params string[] arguments)
    {
        // Whoever starts the tests in the background ignores SIGINT, and so would this process.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], Path.Combine(AppContext.BaseDirectory, "Playground.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = temporary;
        start.Environment["TMP"] = temporary;
        return Process.Start(start)!;
    }
}
