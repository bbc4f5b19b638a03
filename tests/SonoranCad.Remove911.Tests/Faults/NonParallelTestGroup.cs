using Xunit;

namespace SonoranCad.Remove911.Tests.Faults;

/// <summary>Tests that measure time and memory: no other test runs at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NonParallelTestGroup
{
    public const string Name = "alone";
}
