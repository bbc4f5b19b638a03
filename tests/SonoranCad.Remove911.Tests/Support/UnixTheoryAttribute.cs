using System;
using Xunit;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>A theory about something that Windows lacks, such as signals from another process.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no signals.";
        }
    }
}
