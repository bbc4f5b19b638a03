using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CadServer;
using FxServer;
using StandInCad = CadServer.Cad;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>
/// The built resource on the stand-in server with the stand-in CAD: what an owner would see. By default in virtual time and
/// without sockets, so that no test waits. Used on one thread only, the server's main thread.
/// </summary>
internal sealed class ServerRig : IDisposable
{
    public const string CommunityId = "grove-street";
    public const string ApiKey = "9f8e7d6c-THE-KEY-b5a4";
    public const string ResourceName = "sonorancad-remove911";

    private readonly string _home = Directory.CreateTempSubdirectory("remove911-").FullName;

    /// <param name="game">Default: FiveM.</param>
    /// <param name="folder">The resource's folder, which owners may rename: its name is the resource's name.</param>
    /// <param name="seed">Seeds the retry jitter.</param>
    /// <param name="sockets">
    /// True for real sockets, the machine's clock, and the DLL loaded from its file as a server does.
    /// </param>
    public ServerRig(FxGame game = FxGame.Gta5, string folder = ResourceName, int seed = 911, bool sockets = false)
    {
        Network = new InProcessNetwork(Time);
        Transport = new VirtualTransport(Time, Network);
        Folder = Path.Combine(_home, folder);
        Directory.CreateDirectory(Path.Combine(Folder, "dist"));
        File.Copy(Repository.File("fxmanifest.lua"), Path.Combine(Folder, "fxmanifest.lua"));
        Directory.CreateDirectory(Path.Combine(Folder, "locales"));
        foreach (var locale in Directory.GetFiles(Repository.File("locales")))
        {
            File.Copy(locale, Path.Combine(Folder, "locales", Path.GetFileName(locale)));
        }

        foreach (var dll in sockets ? Directory.GetFiles(Repository.File("dist")) : [Repository.BuiltResource])
        {
            File.Copy(dll, Path.Combine(Folder, "dist", Path.GetFileName(dll)));
        }

        Cad = sockets ? StandInCad.Start() : StandInCad.Start(Network);
        Community = Cad.AddCommunity(CommunityId, ApiKey);
        var data = Path.Combine(_home, "data");
        Server = sockets
            ? new GameServer(data, game)
            : new GameServer(data, game, Time, Transport) { ScriptFactory = new ScriptFactory(Time, seed) };
        Server.Kvp.WaitsForDisk = sockets;
        OtherResource = Server.AddResource("dispatch");
        Server.AddResource("chat");
        Aces.AddAce("group.admin", "command.clear911");
        Aces.AddAce("resource.dispatch", "command.clear911");
        Configure();
    }

    public VirtualTime Time { get; } = new();

    /// <summary>The network that connects the resource with the stand-ins.</summary>
    public InProcessNetwork Network { get; }

    public VirtualTransport Transport { get; }

    public StandInCad Cad { get; }

    public CadCommunity Community { get; }

    public GameServer Server { get; }

    /// <summary>The resource's folder on the server.</summary>
    public string Folder { get; }

    /// <summary>Another resource on the server.</summary>
    public OtherResource OtherResource { get; }

    private FxAces Aces => Server.Aces;

    /// <summary>A rig whose resource has started with a working configuration.</summary>
    public static ServerRig Started(params int[] openCalls)
    {
        var rig = new ServerRig();
        rig.Open(openCalls);
        rig.Start();
        return rig;
    }

    /// <summary>
    /// Writes config.json with a complete account at the stand-in CAD. The startup check is off by default, because it adds a
    /// request and a console line. The default API is v1, because with both versions the first removal waits for a version
    /// request.
    /// </summary>
    public void Configure(
        string? communityId = CommunityId, string? apiKey = ApiKey, string more = "", bool startupCheck = false, string api = "v1") =>
        ConfigureText($$"""
            {
              "communityId": "{{communityId}}", "apiKey": "{{apiKey}}", "apiUrl": "{{Cad.Url.ToString().TrimEnd('/')}}",
              "startupCheck": {{(startupCheck ? "true" : "false")}}{{(more.Contains("\"api\"", StringComparison.Ordinal) ? "" : $", \"api\": \"{api}\"")}}{{more}}
            }
            """);

    public void ConfigureText(string text) => File.WriteAllText(Path.Combine(Folder, "config.json"), text);

    public void Start() => Server.StartResource(Folder);

    public void Open(params int[] calls)
    {
        foreach (var call in calls)
        {
            Cad.Open(Community, call);
        }
    }

    public FxPlayer Admin(string name = "Jane Doe")
    {
        var player = Server.Connect(name, "license:abc123", "ip:203.0.113.7");
        Aces.AddPrincipal($"player.{player.NetId}", "group.admin");
        return player;
    }

    public FxPlayer Guest(string name = "Visitor") => Server.Connect(name, "license:def456", "ip:203.0.113.8");

    public IReadOnlyList<int> OpenCalls() => [.. Cad.OpenCalls(Community).Select(call => call.CallId).Order()];

    /// <summary>Fires the clear event from another resource, with a callback.</summary>
    public CallbackResult RequestClear(object? callIds)
    {
        var result = new CallbackResult();
        OtherResource.TriggerEvent("sonorancad-remove911:clear", callIds, result.Function);
        return result;
    }

    /// <summary>Ticks for a fixed time: long enough to show that something does not happen.</summary>
    public void TickFor(double seconds = 1) => Server.TickUntil(() => false, TimeSpan.FromSeconds(seconds));

    /// <summary>Ticks until the condition holds; otherwise fails the test.</summary>
    public void Await(Func<bool> condition, TimeSpan? timeout = null)
    {
        if (!Server.TickUntil(condition, timeout))
        {
            throw new TimeoutException("The condition did not hold in time. The console:\n" + Server.Console.Text);
        }
    }

    public void AwaitConsole(string text, TimeSpan? timeout = null) => Await(() => Server.Console.Text.Contains(text, StringComparison.Ordinal), timeout);

    public static string LastLine(FxPlayer player) => player.Chat.Count == 0 ? string.Empty : player.Chat[^1];

    public void AwaitChat(FxPlayer player, string text, TimeSpan? timeout = null) =>
        Await(() => player.Chat.Any(line => line.Contains(text, StringComparison.Ordinal)), timeout);

    /// <summary>Sends a valid request after an invalid one: the resource must still respond and clear.</summary>
    public void AssertStillWorks(int call = 4711)
    {
        Open(call);
        var answer = new CallbackResult();
        OtherResource.TriggerEvent("sonorancad-remove911:clear", call, answer.Function);
        Await(() => answer.HasArrived);
        Xunit.Assert.Equal([call], answer.Cleared);
        Xunit.Assert.DoesNotContain(call, OpenCalls());
    }

    /// <summary>Ends everything. Fails the test if CitizenFX was called off the main thread, or a reply did not fit a player's chat.</summary>
    public void Dispose()
    {
        Xunit.Assert.Empty(Server.OffThreadCalls);

        // Another thread may be slower than a test in virtual time: a later test finds an earlier test's stray call.
        Xunit.Assert.Empty(OffThreadCallDetector.Calls);
        Xunit.Assert.All(Server.Players.SelectMany(player => player.Chat), ChatWindow.AssertFits);
        Server.Dispose();
        Cad.Dispose();
        Directory.Delete(_home, recursive: true);
    }
}
