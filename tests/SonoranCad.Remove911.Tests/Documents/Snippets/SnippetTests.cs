using System;
using System.Linq;
using System.Text.RegularExpressions;
using SonoranCad.Remove911.Tests.Locales;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Documents.Snippets;

/// <summary>The snippets of docs/integrators.md, each run with the built resource on the stand-in server.</summary>
public sealed partial class SnippetTests
{
    public static TheoryData<string> Languages => ["lua", "js", "cs"];

    public static TheoryData<string> Files => [.. Snippet.FileNames()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EventClearsCall(string language)
    {
        using var rig = ServerRig.Started(101);
        using var host = SnippetHost.For(language, rig);

        host.Run("event");
        rig.Await(() => host.Output.Contains("Call 101 is cleared."));

        Assert.Empty(rig.OpenCalls());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EventReportsFailure(string language)
    {
        using var rig = WithWrongKey();
        using var host = SnippetHost.For(language, rig);

        host.Run("event");

        rig.Await(() => host.Output.Any(line => line.StartsWith("Call 101 is not cleared: Sonoran CAD", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ExportClearsCalls(string language)
    {
        using var rig = ServerRig.Started(101, 102);
        using var host = SnippetHost.For(language, rig);

        host.Run("export");
        rig.Await(() => host.Output.Contains("Cleared: 102"));

        Assert.Contains("Cleared: 101", host.Output);
        Assert.Empty(rig.OpenCalls());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ExportReportsFailures(string language)
    {
        using var rig = WithWrongKey();
        using var host = SnippetHost.For(language, rig);

        host.Run("export");
        rig.Await(() => host.Output.Contains("Not cleared: 102, invalid_api_key"));

        Assert.Contains("Not cleared: 101, invalid_api_key", host.Output);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void OutcomeEventsReportBothOutcomes(string language)
    {
        using var rig = ServerRig.Started(101);
        using var host = SnippetHost.For(language, rig);

        host.Run("outcomes");
        rig.Server.ConsoleCommand("clear911 101");
        rig.Await(() => host.Output.Contains("Call 101 was cleared for console"));
        rig.Configure(apiKey: "another-key");
        rig.Server.ConsoleCommand("clear911 reload");
        rig.Server.ConsoleCommand("clear911 102");

        rig.Await(() => host.Output.Contains("Call 102 was not cleared for console: invalid_api_key"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void StatusTellsWhetherCallsCanBeCleared(string language)
    {
        using var rig = ServerRig.Started();
        using var host = SnippetHost.For(language, rig);

        host.Run("status");

        Assert.Contains("911 calls can be cleared.", host.Output);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void StatusNamesProblem(string language)
    {
        using var rig = new ServerRig();
        rig.Configure(apiKey: string.Empty);
        rig.Start();
        using var host = SnippetHost.For(language, rig);

        host.Run("status");

        Assert.Contains("911 calls cannot be cleared: not_configured", host.Output);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void StateTellsWhetherResourceIsStarted(string language)
    {
        using var rig = new ServerRig();
        rig.Open(101);
        using var host = SnippetHost.For(language, rig);

        host.Run("not-started");

        Assert.Contains("sonorancad-remove911 is not started: clear call 101 in the CAD.", host.Output);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void StartedResourceClearsCall(string language)
    {
        using var rig = ServerRig.Started(101);
        using var host = SnippetHost.For(language, rig);

        host.Run("not-started");

        rig.Await(() => rig.OpenCalls().Count == 0);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EventDoesNothingWithoutResource(string language)
    {
        using var rig = new ServerRig();
        using var host = SnippetHost.For(language, rig);

        host.Run("event");
        rig.TickFor(seconds: 60);

        Assert.DoesNotContain(host.Output, line => line.Contains("101", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lua")]
    [InlineData("js")]
    public void ExportFailsWithoutResource(string language)
    {
        using var rig = new ServerRig();
        using var host = SnippetHost.For(language, rig);

        var failure = Assert.ThrowsAny<Exception>(() => host.Run("export"));

        Assert.Contains("No such export clear911 in resource sonorancad-remove911", failure.Message);
    }

    [Fact]
    public void CSharpExportFailsWithoutResource()
    {
        using var rig = new ServerRig();
        using var host = SnippetHost.For("cs", rig);

        host.Run("export");

        Assert.Contains("No such export clear911 in resource sonorancad-remove911", rig.Server.Console.Text);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void PageHasSnippetWordForWord(string file)
    {
        var language = file.EndsWith(".cs", StringComparison.Ordinal) ? "csharp" : file.Split('.')[^1];

        Assert.Contains($"```{language}\n{Repository.Text($"{Snippet.Folder}/{file}")}```\n", Repository.Text("docs/integrators.md"));
    }

    [Fact]
    public void EveryCodeBlockOnPageIsSnippet()
    {
        var blocks = CodeBlock().Matches(Repository.Text("docs/integrators.md")).Select(block => block.Groups["code"].Value);

        ListAssert.Empty(blocks.Except(Snippet.FileNames().Select(file => Repository.Text($"{Snippet.Folder}/{file}"))));
    }

    private static ServerRig WithWrongKey()
    {
        var rig = new ServerRig();
        rig.Configure(apiKey: "another-key");
        rig.Start();
        return rig;
    }

    [GeneratedRegex(@"^```(?:lua|js|csharp)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
