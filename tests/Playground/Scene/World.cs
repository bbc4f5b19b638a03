using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using CadServer;
using CadServer.Discord;
using FxServer;
using SonoranCad.Remove911.Configuration;

namespace Playground.Scene;

/// <summary>
/// The two stand-ins with the built resource between them, two players and another resource. Created, used and disposed on
/// one thread, which is the server's main thread.
/// </summary>
internal sealed class World : IDisposable
{
    public const string CommunityId = "sunrise-county";
    public const string ApiKey = "a-key-made-up-for-the-playground";

    private const string Group = "group.admin";

    private readonly ResourceFolder _folder = new();
    private string _lastCommand = Settings.DefaultCommand;

    /// <param name="game">The game that the server runs.</param>
    /// <param name="standIns">The real ones if null.</param>
    /// <param name="live">The account at the real CAD, if that is to be reached; the stand-in's calls stay out of it.</param>
    public World(FxGame game = FxGame.Gta5, StandIns? standIns = null, LiveAccount? live = null)
    {
        Live = live;
        try
        {
            standIns ??= StandIns.Real;
            Cad = standIns.Cad();
            Discord = standIns.Discord();
            Community = Cad.AddCommunity(CommunityId, ApiKey);
            if (live is null)
            {
                OpenCalls();
                _folder.Configure(CommunityId, ApiKey, Cad.Url);
                Server = standIns.Server(_folder.DataDirectory, game, host => RequestBlocked?.Invoke(host));
            }
            else
            {
                _folder.Configure(live.Settings);
                var transport = new LiveTransport(live.Address, () => AreRemovalsConfirmed, host => RequestBlocked?.Invoke(host));
                Server = new GameServer(_folder.DataDirectory, game, transport: transport);
            }

            OtherResource = Server.AddResource("dispatch");
            Server.AddResource("chat");

            // As txAdmin sets it up: whatever the command is called, admins may use it.
            Server.Aces.AddAce(Group, "command");
            Server.Connect("Max Visitor", "license:77de0135bc", "ip:203.0.113.8");
            Grant(Server.Connect("Jane Doe", "license:1f6b24c0a9", "ip:203.0.113.7"));
        }
        catch
        {
            _folder.Dispose();
            throw;
        }
    }

    /// <summary>Raised for a request to another machine, which is not sent, with its host.</summary>
    public event Action<string>? RequestBlocked;

    /// <summary>The account at the real CAD, which is in the place of <see cref="Cad"/>; null if nothing leaves this machine.</summary>
    public LiveAccount? Live { get; }

    /// <summary>Whether somebody has agreed that calls are cleared in the real CAD.</summary>
    public bool AreRemovalsConfirmed { get; set; }

    public Cad Cad { get; }

    public CadCommunity Community { get; }

    /// <summary>A channel's webhook. The resource posts there after <see cref="UseWebhook"/>.</summary>
    public DiscordWebhook Discord { get; }

    public GameServer Server { get; }

    /// <summary>Another resource on the server, such as an integrator's.</summary>
    public OtherResource OtherResource { get; }

    /// <summary>The vendor's resource if its push events are on, or null.</summary>
    public SonoranCadResource? SonoranCad { get; set; }

    /// <summary>The resource's name, which is its folder's.</summary>
    public string ResourceName => _folder.Name;

    public string ConfigFile => _folder.ConfigFile;

    /// <summary>The resource's command as it is registered, which config.json may have renamed; the last one if it is stopped.</summary>
    public string Command => _lastCommand = Server.CommandsOf(ResourceName) is [var name, ..] ? name : _lastCommand;

    /// <summary>The permission that the command requires.</summary>
    public string Permission => "command." + Command;

    /// <summary>Whether the resource has started and registered its command.</summary>
    public bool IsResourceRunning => Server.CommandsOf(ResourceName).Count > 0;

    /// <summary>Whether the resource would accept config.json as it is now.</summary>
    public bool IsConfigValid => ConfigReader.Read(File.ReadAllText(ConfigFile)).Errors.Count == 0;

    /// <summary>Sets one key of config.json, as its owner would in an editor. The resource is not told.</summary>
    public void Configure(string key, JsonNode? value) => _folder.Configure(key, value);

    /// <summary>A number that no call in the CAD has.</summary>
    public int NextCallId => Cad.OpenCalls(Community).Concat(Cad.ClearedCalls(Community)).Select(call => call.CallId).Append(100).Max() + 1;

    /// <summary>Opens a call in the CAD. The vendor's resource hears of it if its push events are on.</summary>
    public void OpenCall(int callId, string caller, string location, string description)
    {
        Cad.Open(Community, callId, caller: caller, location: location, description: description);
        SonoranCad?.IncomingCall(callId, caller, location, description);
    }

    public string AuditFolder => _folder.AuditFolder;

    /// <summary>Whether the player may clear calls, or use a subcommand that requires a permission of its own.</summary>
    public bool MayClear(FxPlayer player, string aceSuffix = "") => Server.Aces.IsPlayerAllowed(player, Permission + aceSuffix);

    public void Grant(FxPlayer player) => Server.Aces.AddPrincipal(Principal(player), Group);

    public void Revoke(FxPlayer player) => Server.Aces.RemovePrincipal(Principal(player), Group);

    public void StartResource() => Server.StartResource(_folder.Path);

    public void RestartResource()
    {
        Server.StopResource(ResourceName);
        StartResource();
    }

    /// <summary>Stops the resource, renames its folder, and starts it under the new name.</summary>
    public void RenameResource(string name)
    {
        Server.StopResource(ResourceName);
        _folder.Rename(name);
        StartResource();
    }

    /// <summary>Sets or clears the webhook in config.json and reloads it; false if there is no resource to do so.</summary>
    public bool UseWebhook(bool isOn)
    {
        Configure("discordWebhook", isOn ? Discord.Url.ToString() : string.Empty);
        return Server.ConsoleCommand(Command + " reload");
    }

    /// <summary>Ends the resource as a crash of the server would, without telling it, and starts it again.</summary>
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
