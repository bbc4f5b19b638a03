using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CadServer.Discord;
using Newtonsoft.Json;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Fuzzing;

/// <summary>Everything that the resource lets out, and what must not be in it.</summary>
internal sealed class FuzzOutput
{
    public const string ConvarKey = "5e4d3c2b-CONVAR-KEY-77aa";

    // The server removes a handler that throws, and prints this.
    private static readonly string[] Escapes = ["Error invoking", "Error running command", "Failed to run a tick"];

    private readonly ServerRig _rig;
    private readonly DiscordWebhook _discord;
    private readonly List<string> _events = [];

    public FuzzOutput(ServerRig rig, DiscordWebhook discord)
    {
        _rig = rig;
        _discord = discord;
        rig.OtherResource.On("sonorancad-remove911:cleared", Keep);
        rig.OtherResource.On("sonorancad-remove911:failed", Keep);
    }

    /// <summary>Passed as a callback, so that its arguments are searched too.</summary>
    public Func<object?[], object?> Callback => args =>
    {
        Keep(args);
        return null;
    };

    public void Keep(params object?[] args) => _events.Add(JsonConvert.SerializeObject(args));

    public IEnumerable<string> FindErrors()
    {
        var console = _rig.Server.Console.Lines;
        foreach (var line in console.Where(line => Escapes.Any(escape => line.Contains(escape, StringComparison.Ordinal)) || line.Contains("please report this", StringComparison.Ordinal)))
        {
            yield return line + "\n" + string.Join("\n", console.SkipWhile(other => !ReferenceEquals(other, line)).Skip(1).Take(8));
        }

        var audit = Path.Combine(_rig.Folder, "audit");
        var texts = console
            .Concat(_rig.Server.Players.SelectMany(player => player.Received).Select(sent => JsonConvert.SerializeObject(sent.Args)))
            .Concat(_events)
            .Concat(_discord.Messages)
            .Concat(Directory.Exists(audit) ? Directory.GetFiles(audit).SelectMany(File.ReadLines) : []);
        foreach (var text in texts.Where(text => Secrets.Any(secret => Contains(text, secret))))
        {
            yield return "A secret got out: " + text;
        }
    }

    private string[] Secrets => [ServerRig.ApiKey, ConvarKey, _discord.Url.AbsolutePath];

    private static bool Contains(string text, string secret) =>
        text.Contains(secret, StringComparison.OrdinalIgnoreCase) || text.Replace("\\", "", StringComparison.Ordinal).Contains(secret, StringComparison.OrdinalIgnoreCase);
}
