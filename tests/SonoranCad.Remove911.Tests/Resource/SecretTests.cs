using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CadServer;
using CadServer.Discord;
using Newtonsoft.Json;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Resource;

public sealed class SecretTests
{
    [Fact]
    public void ApiKeyNeverAppearsInOutput()
    {
        using var rig = new ServerRig();
        using var discord = DiscordWebhook.Start(rig.Network);
        rig.Configure(more: $", \"logLevel\": \"debug\", \"v1IntervalSeconds\": 0.01, \"discordWebhook\": \"{discord.Url}\"");
        rig.Open(1, 2, 3);
        rig.Start();
        var seen = new List<object?[]>();
        rig.OtherResource.On("sonorancad-remove911:failed", seen.Add);
        rig.OtherResource.On("sonorancad-remove911:cleared", seen.Add);
        var admin = rig.Admin();
        var answer = new CallbackResult();

        rig.Cad.Faults.Enqueue(
            CadFault.BadRequest($"the key {ServerRig.ApiKey} may not do this"),
            CadFault.BadRequest($"key {ServerRig.ApiKey.ToUpperInvariant()}"),
            CadFault.BadRequest("no"));
        rig.OtherResource.TriggerEvent("sonorancad-remove911:clear", 1, answer.Function);
        rig.Await(() => answer.HasArrived);
        admin.Command("clear911 2");
        rig.Await(() => admin.Chat.Count == 1);
        rig.Server.ConsoleCommand("clear911 3");
        rig.AwaitConsole("\"no\"");
        admin.Command("clear911 2");
        rig.AwaitChat(admin, "cleared.");
        rig.Await(() => seen.Count == 4 && discord.Messages.Any(message => message.Contains("secret", StringComparison.Ordinal)));

        var all = rig.Server.Console.Text
            + string.Join("\n", admin.Chat)
            + string.Join("\n", admin.Received.Select(e => JsonConvert.SerializeObject(e.Args)))
            + answer.Message
            + string.Join("\n", discord.Messages)
            + string.Join("\n", Directory.GetFiles(Path.Combine(rig.Folder, "audit")).Select(File.ReadAllText))
            + JsonConvert.SerializeObject(seen);
        Assert.Contains("[secret]", all);
        Assert.DoesNotContain(ServerRig.ApiKey, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ServerRig.ApiKey, all.Replace("\\", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    // Found by the fuzzer: only the key in use was redacted.
    [Fact]
    public void KeysThatAConvarOverridesAreRedactedToo()
    {
        using var rig = new ServerRig();
        rig.Configure(apiKey: "key-of-the-file");
        rig.Server.Convars.Set("remove911:apiKey", ServerRig.ApiKey);
        rig.Server.Convars.Set("sonoran_apiKey", "key-of-the-vendor");
        rig.Open(101);
        rig.Start();
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("not key-of-the-file, nor key-of-the-vendor"));

        rig.Server.ConsoleCommand("clear911 101");
        rig.AwaitConsole("not [secret], nor [secret]");
    }

    [Fact]
    public void CadTextIsShownWithoutColorCodes()
    {
        using var rig = ServerRig.Started(1);
        rig.Cad.Faults.Enqueue(CadFault.BadRequest("^1CALL\r\n^^22 IS \u0007LOCKED"));
        var admin = rig.Admin();

        admin.Command("clear911 1");
        rig.AwaitChat(admin, "\"CALL IS LOCKED\"");
    }
}
