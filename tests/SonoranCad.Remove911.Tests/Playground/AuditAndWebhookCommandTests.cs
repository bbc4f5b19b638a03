using System;
using System.Linq;
using Xunit;

namespace SonoranCad.Remove911.Tests.Playground;

public sealed class AuditAndWebhookCommandTests
{
    [Fact]
    public void AuditFileIsShownAsTable()
    {
        using var rig = PlaygroundRig.Started();
        rig.Run("as 2 clear911 101");
        rig.Run("fail 403");
        rig.Run("event 102");
        _ = rig.NewOutput;

        Assert.True(rig.Run("audit").IsDone);

        var rows = rig.NewOutput.Split('\n').Where(line => line.Contains(" v1 ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Matches("player Jane Doe license:1f6b24c0a9 +101 +cleared +v1 +1", rows[0]);
        Assert.Matches("resource dispatch +102 +forbidden +v1 +1", rows[1]);
    }

    [Fact]
    public void PostsAreShownWithMaskedUrlWhileWebhookIsOn()
    {
        using var rig = PlaygroundRig.Started();
        rig.Run("clear911 101");
        Assert.DoesNotContain("Discord", rig.NewOutput, StringComparison.Ordinal);

        Assert.True(rig.Run("webhook on").IsDone);
        Assert.True(rig.Run("clear911 102").IsDone);

        var shown = rig.NewOutput;
        Assert.Contains("to Discord   → POST /api/webhooks/[secret] {\"embeds\":[{\"title\":\"911 call cleared\"", shown, StringComparison.Ordinal);
        Assert.Contains("from Discord ← 204 without a body", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.World.Discord.Url.Segments[^1], shown, StringComparison.Ordinal);

        rig.Run("webhook off");
        rig.Run("clear911 103");
        Assert.DoesNotContain("→ POST /api/webhooks", rig.NewOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void DiscordErrorIsShownWithConsoleLine()
    {
        using var rig = PlaygroundRig.Started();
        rig.Run("webhook on");
        rig.Run("webhook fail 404");

        Assert.True(rig.Run("clear911 101").IsDone);

        Assert.Contains("put its address into discordWebhook in config.json", rig.NewOutput, StringComparison.Ordinal);
    }
}
