using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CadServer;
using Newtonsoft.Json.Linq;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

/// <summary>What an owner finds in the folder audit.</summary>
public sealed class AuditTests
{
    [Fact]
    public void EveryCompletedRemovalIsOneLine()
    {
        using var rig = ServerRig.Started(101, 102);
        var admin = rig.Admin();
        admin.Command("clear911 101 102");
        rig.AwaitChat(admin, "cleared.");
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("no such thing"));
        rig.Server.ConsoleCommand("clear911 103");
        rig.AwaitConsole("Call 103 not cleared");

        var lines = Lines(rig);
        Assert.Equal([101, 102, 103], lines.Select(line => (int)line["callId"]!));
        Assert.Equal(["cleared", "cleared", "cad_rejected"], lines.Select(line => (string)line["outcome"]!));
        Assert.All(lines, line => Assert.Equal("v1", (string)line["api"]!));
        Assert.All(lines, line => Assert.Equal(1, (int)line["tries"]!));
        Assert.Equal("""{"kind":"player","name":"Jane Doe","license":"license:abc123"}""", lines[0]["requester"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("console", (string)lines[2]["requester"]!["kind"]!);
        Assert.All(Texts(rig), line => Assert.Matches("^\\{\"time\":\"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z\"", line));
        Assert.Matches("^20[0-9]{2}-[0-9]{2}\\.jsonl$", Path.GetFileName(Assert.Single(Files(rig))));
    }

    [Fact]
    public void AuditContainsNoIpAddressOrApiKey()
    {
        using var rig = ServerRig.Started(1);
        var admin = rig.Admin();
        rig.Cad.Faults.Enqueue(CadFault.BadRequest($"the key {ServerRig.ApiKey}"));
        admin.Command("clear911 1");
        rig.Await(() => admin.Chat.Count == 1);

        var text = string.Join('\n', Texts(rig));
        Assert.DoesNotContain("203.0.113", text);
        Assert.DoesNotContain(ServerRig.ApiKey, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("cad_rejected", (string)Lines(rig)[0]["outcome"]!);
    }

    [Fact]
    public void RefusedRequestIsNotAudited()
    {
        using var rig = ServerRig.Started(1);
        rig.Guest().Command("clear911 1");
        rig.Server.ConsoleCommand("clear911 zero");
        rig.AwaitConsole("is not a call id");

        Assert.False(Directory.Exists(Path.Combine(rig.Folder, "audit")));
        rig.AssertStillWorks();
        Assert.Single(Lines(rig));
    }

    [Fact]
    public void RestartAppendsAfterTruncatedLine()
    {
        using var rig = ServerRig.Started(1, 2);
        Clear(rig, 1);
        var before = Texts(rig);
        rig.Server.KillResource(ServerRig.ResourceName);
        File.AppendAllText(Assert.Single(Files(rig)), "{\"time\":\"20");
        rig.Start();
        Clear(rig, 2);

        var lines = Texts(rig);
        Assert.Equal([before[0], "{\"time\":\"20"], lines[..2]);
        Assert.Equal(2, (int)JObject.Parse(lines[2])["callId"]!);
    }

    [Fact]
    public void UnwritableFileIsReportedOnceAndDoesNotBlockRemovals()
    {
        using var rig = ServerRig.Started(1, 2, 3);
        File.WriteAllText(Path.Combine(rig.Folder, "audit"), "a file in the folder's place");
        Clear(rig, 1);
        Clear(rig, 2);
        Clear(rig, 3);

        Assert.Empty(rig.OpenCalls());
        Assert.Single(Regex.Matches(rig.Server.Console.Text, "could not be written"));
        Assert.Contains("Check that the disk has space, and that the server can write to this resource's audit folder", rig.Server.Console.Text);

        File.Delete(Path.Combine(rig.Folder, "audit"));
        rig.Server.StopResource(ServerRig.ResourceName);
        Assert.Equal([1, 2, 3], Lines(rig).Select(line => (int)line["callId"]!));
        Assert.Contains("Nothing is missing from it", rig.Server.Console.Text);
    }

    [Fact]
    public void StopFromOutcomeEventStillWritesAudit()
    {
        using var rig = ServerRig.Started(1, 2);
        rig.OtherResource.On("sonorancad-remove911:cleared", _ => rig.Server.StopResource(ServerRig.ResourceName));
        rig.Server.ConsoleCommand("clear911 1 2");
        rig.Await(() => rig.OpenCalls().Count == 0 && Files(rig).Length == 1);

        Assert.Equal([1, 2], Lines(rig).Select(line => (int)line["callId"]!));
    }

    [Fact]
    public void DisabledAuditWritesNothing()
    {
        using var rig = new ServerRig();
        rig.Configure(more: ", \"audit\": false");
        rig.Open(1);
        rig.Start();
        Clear(rig, 1);

        Assert.False(Directory.Exists(Path.Combine(rig.Folder, "audit")));
    }

    private static void Clear(ServerRig rig, int call)
    {
        rig.Server.ConsoleCommand($"clear911 {call}");
        rig.AwaitConsole($"Call {call} cleared.");
    }

    private static string[] Files(ServerRig rig)
    {
        var folder = Path.Combine(rig.Folder, "audit");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private static string[] Texts(ServerRig rig) =>
        [.. Files(rig).SelectMany(file => File.ReadAllText(file).Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    private static JObject[] Lines(ServerRig rig) => [.. Texts(rig).Select(JObject.Parse)];
}
