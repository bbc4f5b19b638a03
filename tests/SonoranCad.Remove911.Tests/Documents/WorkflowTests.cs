using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Documents;

public sealed partial class WorkflowTests
{
    private static readonly string[] Workflows = Directory.GetFiles(Repository.File(".github/workflows"), "*.yml");

    // A tag can be moved to other code; a commit can't.
    [Fact]
    public void EveryActionIsPinnedByCommitAndNamesItsVersion()
    {
        var actions = Workflows.SelectMany(File.ReadAllLines).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, line => Assert.Matches(PinnedAction(), line));
    }

    [GeneratedRegex(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex PinnedAction();
}
