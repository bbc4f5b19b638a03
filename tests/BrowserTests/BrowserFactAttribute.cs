using System;
using Xunit;

namespace BrowserTests;

/// <summary>
/// A test that opens the Playground's page in a browser. A machine without one skips it and says so; with REQUIRE_BROWSER=1, as
/// .ci/run has it, it fails instead.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = SkipReason;

    internal static string? SkipReason => Browser.Executable is null && Environment.GetEnvironmentVariable("REQUIRE_BROWSER") != "1"
        ? "No browser is installed (Debian: apt-get install chromium), so the Playground's page is not tested in one."
        : null;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.SkipReason;
}
