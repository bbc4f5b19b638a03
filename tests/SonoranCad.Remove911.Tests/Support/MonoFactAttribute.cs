using System;
using System.IO;
using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>
/// A test that runs the server on Mono, the real server's runtime. Skipped if Mono is not installed; with REQUIRE_MONO=1, as in
/// .ci/run, it fails instead.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MonoFactAttribute : FactAttribute
{
    public MonoFactAttribute()
    {
        if (!IsInstalled && Environment.GetEnvironmentVariable("REQUIRE_MONO") != "1")
        {
            Skip = "mono is not installed (Debian: apt-get install mono-devel), so the run on the server's own runtime is left out.";
        }
    }

    private static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && (File.Exists(Path.Combine(folder, "mono")) || File.Exists(Path.Combine(folder, "mono.exe"))));
}
