using System;
using System.Linq;
using System.Text.Json.Nodes;
using CadServer;
using CadServer.Discord;
using FxServer;
using SonoranCad.Remove911.Commands;

namespace Playground.Scene;

/// <summary>
/// The two stand-ins with the built resource between them, two players and a neighbour. Made, used and disposed on one
/// thread, the server's main thread.
/// </summary>
internal sealed class World : IDisposable
{
    public const string CommunityId = "sunrise-county";
    public const string ApiKey = "a-key-made-up-for-the-playground";
    public const string Permission = "command.clear911";

    private const string Group = "group.admin";

    private readonly ResourceFolder _folder = new();

    /// <param name="game">Which game the server is for.</param>
    /// <param name="standIns">The real ones unless given.</param>
    public World(FxGame game = FxGame.Gta5, StandIns? standIns = null)
    {
        standIns ??= StandIns.Real;
        Cad = standIns.Cad();
        Discord = standIns.Discord();
        Community = Cad.AddCommunity(CommunityId, ApiKey);
        OpenCalls();
        _folder.Configure(CommunityId, ApiKey, Cad.Url);

        Server = standIns.Server(_folder.DataDirectory, game);
        OtherResource = Server.AddResource("dispatch");
        Server.AddResource("chat");
        foreach (var suffix in SubcommandDefinitions.Table.Select(definition => definition.AceSuffix).Distinct())
        {
            Server.Aces.AddAce(Group, Permission + suffix);
        }

        Server.Connect("Max Visitor", "license:77de0135bc", "ip:203.0.113.8");
        Grant(Server.Connect("Jane Doe", "license:1f6b24c0a9", "ip:203.0.113.7"));
    }

    public Cad Cad { get; }

    public CadCommunity Community { get; }

    /// <summary>A channel's webhook; the resource knows of it after <see cref="UseWebhook"/>.</summary>
    public DiscordWebhook Discord { get; }

    public GameServer Server { get; }

    /// <summary>Another resource of the server, such as an integrator's.</summary>
    public OtherResource OtherResource { get; }

    /// <summary>The vendor's resource, where its push events are on; else null.</summary>
    public SonoranCadResource? SonoranCad { get; set; }

    /// <summary>The resource's name, which is its folder's.</summary>
    public string ResourceName => _folder.Name;

    public string ConfigFile => _folder.ConfigFile;

    /// <summary>Puts one key of config.json, as its owner would with an editor; the resource is not told.</summary>
    public void Configure(string key, JsonNode? value) => _folder.Configure(key, value);

    public string AuditFolder => _folder.AuditFolder;

    /// <summary>Whether the player may clear calls, as the server would tell a resource.</summary>
    public bool MayClear(FxPlayer player) => Server.Aces.IsPlayerAllowed(player, Permission);

    public void Grant(FxPlayer player) => Server.Aces.AddPrincipal(Principal(player), Group);

    public void Revoke(FxPlayer player) => Server.Aces.RemovePrincipal(Principal(player), Group);

    public void StartResource() => Server.StartResource(_folder.Path);

    public void RestartResource()
    {
        Server.StopResource(ResourceName);
        StartResource();
    }

    /// <summary>Stops the resource, gives its folder another name, and starts it under that.</summary>
    public void RenameResource(string name)
    {
        Server.StopResource(ResourceName);
        _folder.Rename(name);
        StartResource();
    }

    /// <summary>Puts the webhook into config.json or takes it out, and has the resource read the file again.</summary>
    public void UseWebhook(bool isOn)
    {
        Configure("discordWebhook", isOn ? Discord.Url.ToString() : string.Empty);
        Server.ConsoleCommand("clear911 reload");
    }

    /// <summary>As a crash of the server would: the resource hears nothing of its end.</summary>
    public void KillResource()
    {
        Server.KillResource(ResourceName);
        StartResource();
    }

    public void Dispose()
    {
        Server.StopResource(ResourceName);
        Server.Dispose();
        Cad.Dispose();
        Discord.Dispose();
        _folder.Dispose();
    }

    private static string Principal(FxPlayer player) => FormattableString.Invariant($"player.{player.NetId}");

    private void OpenCalls()
    {
        Cad.Open(Community, 101, caller: "Rosa Alvarez", location: "Innocence Blvd", description: "Shots fired");
        Cad.Open(Community, 102, caller: "Tom Becker", location: "Route 68, Harmony", description: "Car crash");
        Cad.Open(Community, 103, caller: "Mia Chen", location: "Vespucci Beach", description: "Swimmer missing");
        Cad.Open(Community, 104, caller: "unknown", location: "Grapeseed Main St", description: "Silent line");
        Cad.Open(Community, 105, caller: "Otis Dunn", location: "Paleto Bay, bank", description: "Alarm");
    }
}
