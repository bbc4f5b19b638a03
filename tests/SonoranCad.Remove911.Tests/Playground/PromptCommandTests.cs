using System;
using System.Linq;
using CadServer;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class PromptCommandTests
{
    [Theory]
    [InlineData("fail 429", "The CAD's next response: 429")]
    [InlineData("fail 400 INVALID API KEY", "The CAD's next response: 400 INVALID API KEY")]
    [InlineData("fail html x3", "The CAD's next 3 responses: html")]
    [InlineData("fail always 503", "the CAD's response to every request: 503")]
    [InlineData("fail off", "The CAD works as it should.")]
    [InlineData("fail", "fail slow-body SECONDS")]
    [InlineData("help", "fail always FAULT")]
    [InlineData("calls", "Rosa Alvarez")]
    [InlineData("players", "Max Visitor")]
    [InlineData("open 106 Ann Lee", "Call 106 is open.")]
    [InlineData("requests", "No request has reached the CAD yet.")]
    [InlineData("clear911 status", "API v1: ")]
    [InlineData("clear911 reload", "nothing has changed")]
    [InlineData("as 2 clear911 status", "Jane's chat  Account: set up")]
    [InlineData("as 2 clear911 reload", "nothing has changed")]
    [InlineData("export status", "\"configured\":true,\"problem\":null,\"api\":\"v1\"")]
    [InlineData("config", "\"apiKey\": \"[secret]\"")]
    [InlineData("config maxBatch 10", "Type clear911 reload to apply it.")]
    [InlineData("push on", "Push events are on")]
    [InlineData("push off", "Push events are off.")]
    [InlineData("remove 104", "A dispatcher has removed call 104.")]
    [InlineData("grant 1", "Max Visitor has the permission command.clear911.")]
    [InlineData("revoke 2", "Jane Doe does not have the permission command.clear911.")]
    [InlineData("restart", "is ready: clear911")]
    [InlineData("kill", "is ready: clear911")]
    [InlineData("rename my911", "is ready: clear911")]
    [InlineData("locale", "Languages: de, en, es, fr, nl, pt-BR")]
    [InlineData("locale de", "ist bereit: clear911 löscht Notrufe")]
    [InlineData("locale pt-br", "está pronto: clear911")]
    [InlineData("audit", "There is no audit file yet")]
    [InlineData("webhook on", "posts to a Discord webhook on this machine")]
    [InlineData("webhook off", "The resource posts nothing to Discord.")]
    [InlineData("webhook fail 404", "Discord's next response: 404")]
    [InlineData("forge", "The resource ignored the forged responses.")]
    [InlineData("forge 101", "The resource ignored the forged responses.")]
    public void EveryCommandReportsItsResult(string line, string says)
    {
        using var rig = PlaygroundRig.Started();

        Assert.True(rig.Run(line).IsDone);

        Assert.Contains(says, rig.NewOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foo", "There is no command \"foo\". Type help for a list.")]
    [InlineData("[red]", "There is no command \"[red]\". Type help for a list.")]
    [InlineData("fail soon", "There is no fault \"soon\". Type fail for a list.")]
    [InlineData("fail 429 x0", "A fault can be set for 1 to 100 requests.")]
    [InlineData("fail always", "There is no fault \"\". Type fail for a list.")]
    [InlineData("open", "A new call needs a number. For example: open 106 Ann Lee")]
    [InlineData("open 101", "Call 101 is already open.")]
    [InlineData("push", "Type push on, or push off.")]
    [InlineData("remove 9", "There is no open call \"9\". Type calls for a list.")]
    [InlineData("grant 7", "There is no player \"7\". Type players for a list.")]
    [InlineData("webhook", "Type webhook on, webhook off, or webhook fail FAULT.")]
    [InlineData("webhook fail soon", "There is no fault \"soon\". Type fail for a list.")]
    [InlineData("events", "Type events on, or events off.")]
    [InlineData("rename ../x", "A folder's name has 1 to 40 letters, digits, - and _. For example: rename my911")]
    [InlineData("locale xx", "There is no language \"xx\". Type locale for a list.")]
    [InlineData("locale ../de", "There is no language \"../de\". Type locale for a list.")]
    [InlineData("config maxBatch", "A key needs a value. For example: config maxBatch 10, or config locale \"\"")]
    public void InvalidCommandIsExplained(string line, string why)
    {
        using var rig = PlaygroundRig.Started();

        var result = rig.Run(line);

        Assert.False(result.IsDone);
        Assert.Equal(why, result.Reason);
    }

    [Fact]
    public void ConfigurationIsEditedAndReloaded()
    {
        using var rig = PlaygroundRig.Started();

        rig.Run("config maxBatch 0");
        rig.Run("clear911 reload");
        Assert.Contains("maxBatch must be a whole number", rig.NewOutput, StringComparison.Ordinal);
        rig.Run("config maxBatch 1");
        rig.Run("config locale en");
        rig.Run("clear911 reload");
        Assert.Contains("Changed: maxBatch.", rig.NewOutput, StringComparison.Ordinal);

        Assert.True(rig.Run("clear911 101 102").IsDone);
        Assert.Equal(2, rig.World.Cad.Requests.Count(request => request.Path == "/emergency"));
    }

    [Fact]
    public void StartShowsAccountCheck()
    {
        using var rig = new PlaygroundRig(isChecked: true);

        rig.Session.Start();

        Assert.Contains("The account works: Sonoran CAD knows community sunrise-county", rig.NewOutput, StringComparison.Ordinal);
        rig.Run("requests");
        Assert.Contains("POST /general/get_version", rig.NewOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void FaultAppliesToGivenNumberOfRequests()
    {
        using var rig = PlaygroundRig.Started();

        rig.Run("fail 403 x2");

        Assert.False(rig.Run("event 101").IsDone);
        Assert.False(rig.Run("event 101").IsDone);
        Assert.True(rig.Run("event 101").IsDone);
    }

    [Fact]
    public void CallsShowStateAndRequestCount()
    {
        using var rig = PlaygroundRig.Started();
        rig.Run("clear911 101");
        rig.Run("clear911 101");
        _ = rig.NewOutput;

        rig.Run("calls");

        var row = rig.NewOutput.Split('\n').Single(line => line.Contains("101", StringComparison.Ordinal));
        Assert.Contains("cleared", row, StringComparison.Ordinal);
        Assert.Matches("cleared +2 ", row);
    }

    [Fact]
    public void RequestsAreListedWithMaskedKey()
    {
        using var rig = PlaygroundRig.Started();
        rig.Run("clear911 101");
        _ = rig.NewOutput;

        rig.Run("requests");

        var shown = rig.NewOutput;
        Assert.Contains("\"key\":\"[key]\",\"type\":\"REMOVE_911\",\"data\":[{\"callId\":101}]}", shown, StringComparison.Ordinal);
        Assert.Contains("← 200 API ID(s) set!", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void LocaleIsUsedUntilChanged()
    {
        using var rig = PlaygroundRig.Started();

        rig.Run("locale de");
        rig.Run("as 2 clear911 101");
        Assert.Contains("911: Notruf 101 gelöscht.", rig.NewOutput, StringComparison.Ordinal);

        rig.Run("locale xx");
        Assert.Contains("Warning: There is no locales/xx.json in this resource's folder, so messages are in English.", rig.NewOutput, StringComparison.Ordinal);

        rig.Run("locale en");
        rig.Run("as 2 clear911 102");
        Assert.Contains("911: Call 102 cleared.", rig.NewOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void EventsAreShownIfEnabled()
    {
        using var rig = PlaygroundRig.Started();
        rig.Run("clear911 101");
        Assert.DoesNotContain("remove911:cleared", rig.NewOutput, StringComparison.Ordinal);

        rig.Run("events on");
        rig.Run("clear911 102");

        Assert.Contains("event        sonorancad-remove911:cleared [102,{\"kind\":\"console\"", rig.NewOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void PushEventsReportOpenedAndClosedCalls()
    {
        using var rig = PlaygroundRig.Started();

        rig.Run("push on");
        rig.Run("push on");
        rig.Run("open 106 Ann Lee");
        rig.Run("clear911");
        rig.Run("remove 105");
        _ = rig.NewOutput;
        rig.Run("clear911");

        var shown = rig.NewOutput;
        Assert.Contains("106: Ann Lee, Mirror Park, 0 s", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Otis Dunn", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("to CAD", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void PendingRemovalIsReportedAndShownOnCompletion()
    {
        using var rig = new PlaygroundRig(timeout: TimeSpan.FromMilliseconds(200));
        rig.Session.Start();
        rig.World.Cad.Faults.Enqueue(CadFault.Slow(TimeSpan.FromMilliseconds(600)));

        var result = rig.Run("clear911 101");

        Assert.True(result.IsPending);
        Assert.Contains("still pending", result.Reason, StringComparison.Ordinal);
        Assert.True(rig.Session.IsWaiting);
        Assert.DoesNotContain("Done: clear911 101", rig.NewOutput, StringComparison.Ordinal);
        rig.TickUntil(() => !rig.Session.IsWaiting);
        rig.Session.ShowActivity();
        var shown = rig.NewOutput;
        Assert.Contains("Call 101 cleared.", shown, StringComparison.Ordinal);
        Assert.Contains("Done: clear911 101", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void ExternalTextIsNotInterpretedAsMarkupOrControlCodes()
    {
        using var rig = PlaygroundRig.Started();

        rig.Run("open 106 [red]Ann[/] [bogus\u001b[2J");
        rig.Run("fail 418 [/]no [blink]tea\u001b[31m");
        rig.Run("clear911 106");
        rig.Run("calls");

        var shown = rig.NewOutput;
        Assert.Contains("[red]Ann[/] [bogus\uFFFD[2J", shown, StringComparison.Ordinal);
        Assert.Contains("← 418 [/]no [blink]tea\uFFFD[31m", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', shown);
    }
}
