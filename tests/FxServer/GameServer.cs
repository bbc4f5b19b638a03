using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;

namespace FxServer;

/// <summary>
/// A stand-in for FXServer: resources, players, commands, events and ticks, driven by the thread that made it, which is its main
/// thread. Several may live in one process, each on its own thread.
/// </summary>
public sealed class GameServer : IDisposable
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly Thread _mainThread = Thread.CurrentThread;
    private readonly List<FxResource> _scripted = new List<FxResource>();
    private readonly List<OtherResource> _otherResources = new List<OtherResource>();
    private readonly List<FxPlayer> _players = new List<FxPlayer>();
    private readonly List<string> _offThreadCalls = new List<string>();
    private int _lastNetId;

    /// <param name="dataDirectory">Where the key-value stores live, as files that the next server on it finds again.</param>
    /// <param name="game">A resource whose manifest does not name it is not started.</param>
    /// <param name="clock">The machine's unless given.</param>
    /// <param name="transport">Real sockets unless given.</param>
    public GameServer(
        string dataDirectory, FxGame game = FxGame.Gta5, IFxClock? clock = null, IFxHttpTransport? transport = null)
    {
        Game = game;
        Clock = clock ?? new FxSystemClock();
        Console = new FxConsole();
        Aces = new FxAces();
        Wire = new WireFormat(this);
        Events = new EventRouter(this);
        Convars = new FxConvars(this);
        Http = new FxHttp(this, transport ?? new SocketTransport());
        Kvp = new FxKvp(dataDirectory, Console);
        Commands = new CommandTable(this);
        Convars.Set("gamename", GameCheck.NameOf(game));
        OffThreadCallDetector.Follow(this);
    }

    public FxGame Game { get; }

    public FxConsole Console { get; }

    public FxAces Aces { get; }

    public FxConvars Convars { get; }

    public FxHttp Http { get; }

    public FxKvp Kvp { get; }

    /// <summary>Natives that throw, and strings that are damaged on their way to one.</summary>
    public FxNativeFaults NativeFaults { get; } = new FxNativeFaults();

    /// <summary>Loads and makes scripts in the server's stead; null, the default, leaves it to the server.</summary>
    public IScriptFactory? ScriptFactory { get; set; }

    /// <summary>The CitizenFX calls of this server's resources that were not made on its main thread from script code.</summary>
    public IReadOnlyList<string> OffThreadCalls
    {
        get
        {
            lock (_offThreadCalls)
            {
                return _offThreadCalls.ToArray();
            }
        }
    }

    /// <summary>The time since the server's clock began.</summary>
    public TimeSpan Elapsed => Clock.Elapsed;

    /// <summary>Those online.</summary>
    public IReadOnlyList<FxPlayer> Players => _players;

    internal IFxClock Clock { get; }

    internal WireFormat Wire { get; }

    internal EventRouter Events { get; }

    internal IEnumerable<IEventTarget> EventTargets =>
        _scripted.Select(resource => (IEventTarget)resource.Runtime).Concat(_otherResources);

    internal CommandTable Commands { get; }

    internal ResourceList Resources { get; } = new ResourceList();

    internal ServerHost Host { get; } = new ServerHost();

    internal bool ExpectsOffThreadCalls { get; set; }

    /// <summary>server.cfg counts as executed with the first tick: it is done with before the server's loop begins.</summary>
    internal bool HasExecutedConfiguration { get; private set; }

    /// <summary>Starts the resource in a folder: reads its fxmanifest.lua, loads its DLLs by path, makes its scripts.</summary>
    /// <param name="folder">
    /// Throws if it has no manifest, one without a C# server script, or one that the server refuses on its game.
    /// </param>
    /// <param name="name">The folder's own name unless given.</param>
    public FxResource StartResource(string folder, string? name = null)
    {
        folder = Path.GetFullPath(folder);
        var manifest = Manifest.Read(folder);
        var files = ScriptLoader.ScriptFiles(manifest);
        return Start(name ?? new DirectoryInfo(folder).Name, folder, manifest, runtime => ScriptLoader.LoadFiles(runtime, folder, files));
    }

    /// <summary>Starts scripts of a loaded assembly as a resource.</summary>
    /// <param name="name">The resource's.</param>
    /// <param name="assembly">All its scripts are made, but for the filter.</param>
    /// <param name="filter">Which scripts to make; all unless given.</param>
    /// <param name="folder">The resource's; without one it has no files.</param>
    public FxResource StartScripts(string name, Assembly assembly, Func<Type, bool>? filter = null, string? folder = null)
    {
        var manifest = folder is not null && File.Exists(Path.Combine(folder, Manifest.FileName)) ? Manifest.Read(folder) : Manifest.Empty;
        return Start(name, folder, manifest, runtime => ScriptLoader.Instantiate(runtime, assembly, filter ?? (_ => true)));
    }

    /// <summary>Adds another resource, driven by the test.</summary>
    /// <param name="name">Its folder's.</param>
    /// <param name="version">In its manifest; the vendor's resource is one of today unless given.</param>
    public OtherResource AddResource(string name, string? version = null) =>
        AddResource(name, Manifest.OfVersion(version ?? (name == SonoranCadResource.ResourceName ? SonoranCadResource.CurrentVersion : null)));

    internal OtherResource AddResource(string name, Manifest manifest)
    {
        RequireMainThread(nameof(AddResource));
        RequireNotRunning(name);
        var neighbour = new OtherResource(this, name);
        Resources.Starting(name, null, manifest);
        _otherResources.Add(neighbour);
        Resources.Started(name);
        RaiseEvent("onResourceStart", "", name);
        return neighbour;
    }

    /// <summary>Stops a resource: all hear onResourceStop while it is stopping, then it is gone. Nothing happens if it does not run.</summary>
    public void StopResource(string name)
    {
        RequireMainThread(nameof(StopResource));
        if (Resources.IsUp(name))
        {
            Resources.Stopping(name);
            RaiseEvent("onResourceStop", "", name);
            End(name);
        }
    }

    /// <summary>The resource is gone, and nothing told it so: as if the server's process were killed.</summary>
    public void KillResource(string name)
    {
        RequireMainThread(nameof(KillResource));
        End(name);
        Kvp.Kill(name);
    }

    /// <summary>A client joins.</summary>
    /// <param name="name">What others see.</param>
    /// <param name="identifiers">With their types: <c>license:0123…</c>.</param>
    public FxPlayer Connect(string name, params string[] identifiers) => Connect(++_lastNetId, name, identifiers);

    /// <summary>A client joins and gets the server id of one who has left: the server gives its ids again.</summary>
    public FxPlayer Connect(int netId, string name, params string[] identifiers)
    {
        RequireMainThread(nameof(Connect));
        var player = new FxPlayer(this, netId, name, identifiers);
        _players.Add(player);
        RaiseEvent("playerJoining", "internal-" + player.Source, player.NetId.ToString(CultureInfo.InvariantCulture));
        return player;
    }

    /// <summary>Hands the HTTP answers over that came. A tick does so too; apart from it, the tick itself can be timed.</summary>
    public void DeliverResponses()
    {
        RequireMainThread(nameof(DeliverResponses));
        Http.Deliver();
    }

    /// <summary>One tick: HTTP answers, delays that are due, tick handlers.</summary>
    public void Tick()
    {
        RequireMainThread(nameof(Tick));
        HasExecutedConfiguration = true;
        Http.Deliver();
        for (var index = 0; index < _scripted.Count; index++)
        {
            _scripted[index].Runtime.Tick();
        }
    }

    /// <summary>Ticks until the condition holds; between two ticks the clock lets time pass.</summary>
    /// <param name="condition">Asked before each tick.</param>
    /// <param name="timeout">10 s of the server's clock unless given.</param>
    /// <returns>False if it does not hold in time.</returns>
    public bool TickUntil(Func<bool> condition, TimeSpan? timeout = null)
    {
        if (condition is null)
        {
            throw new ArgumentNullException(nameof(condition));
        }

        var patience = timeout ?? DefaultTimeout;
        var start = Clock.Elapsed;
        while (!condition())
        {
            if (Clock.Elapsed - start > patience)
            {
                return false;
            }

            Tick();
            Clock.PassTick();
        }

        return true;
    }

    /// <summary>As typed into the server's console (source 0).</summary>
    /// <returns>False if the server refused the line, which the console says. What a resource's command did is not known here.</returns>
    public bool ConsoleCommand(string line)
    {
        RequireMainThread(nameof(ConsoleCommand));
        return Commands.Run(line, player: null, invoker: null);
    }

    /// <summary>Fires an event with any source: <c>""</c>, <c>net:3</c>, <c>internal-net:3</c>.</summary>
    public void RaiseEvent(string eventName, string source, params object?[] args)
    {
        RequireMainThread(nameof(RaiseEvent));
        Events.Dispatch(eventName, source, Wire.Pack(args, Host), invoker: null);
    }

    /// <summary>Fires an event with arguments in the bytes of a client of its own making: an array, packed as it likes.</summary>
    public void RaisePackedEvent(string eventName, string source, byte[] packedArgs)
    {
        RequireMainThread(nameof(RaisePackedEvent));
        Events.Dispatch(eventName, source, packedArgs, invoker: null);
    }

    /// <summary>Whether a resource has registered the command.</summary>
    public bool HasCommand(string name) => Commands.Has(name);

    /// <summary>The commands that a resource has registered; none if it is stopped.</summary>
    public IReadOnlyList<string> CommandsOf(string resource) => Commands.NamesOf(resource);

    /// <summary>Whether a resource is started.</summary>
    public bool IsRunning(string resource) => Resources.IsUp(resource);

    /// <summary>How many tick handlers a resource has registered now: one with nothing to do should have none.</summary>
    public int TickHandlerCount(string resource) =>
        _scripted.Where(running => running.Name == resource).Sum(running => running.Runtime.TickHandlerCount);

    /// <summary>
    /// Calls an export's function with no resource behind the call, which is what a client comes by that raises the export's
    /// event. Throws <see cref="InvalidOperationException"/> if there is no such export.
    /// </summary>
    public object? CallExportWithoutResource(string resource, string export, params object?[] args)
    {
        RequireMainThread(nameof(CallExportWithoutResource));
        return Events.CallExport(Host, resource, export, args);
    }

    /// <summary>Lets go of files. Resources hear nothing: stop them first if they shall.</summary>
    public void Dispose()
    {
        _scripted.ForEach(resource => resource.Runtime.End());
        _scripted.Clear();
        Kvp.Dispose();
    }

    internal FxPlayer? FindPlayer(string handle) => _players.Find(player =>
        string.Equals(player.NetId.ToString(CultureInfo.InvariantCulture), handle, StringComparison.Ordinal));

    internal void Remove(FxPlayer player)
    {
        _players.Remove(player);
        Wire.Functions.Forget(player);
    }

    internal void RecordOffThreadCall(string note)
    {
        lock (_offThreadCalls)
        {
            _offThreadCalls.Add(note);
        }
    }

    internal void RequireMainThread(string call)
    {
        if (Thread.CurrentThread != _mainThread)
        {
            throw OffThreadCallDetector.RecordAndCreateException(call);
        }
    }

    private FxResource Start(string name, string? folder, Manifest manifest, Action<ScriptRuntime> load)
    {
        RequireMainThread("StartResource");
        RequireNotRunning(name);
        Resources.Starting(name, folder, manifest);
        RequireSupport(name, manifest);
        var runtime = new ScriptRuntime(this, name);
        var resource = new FxResource(runtime, folder ?? "");
        _scripted.Add(resource);
        load(runtime);
        Resources.Started(name);
        RaiseEvent("onResourceStart", "", name);
        return resource;
    }

    private void RequireNotRunning(string name)
    {
        if (!Resources.IsDown(name))
        {
            throw new InvalidOperationException($"Resource {name} is already running.");
        }
    }

    private void RequireSupport(string name, Manifest manifest)
    {
        // Scripts that were started without a manifest have nothing to be refused for.
        var refusals = manifest == Manifest.Empty ? [] : GameCheck.Refusals(name, manifest, Game).ToList();
        if (refusals.Count > 0)
        {
            refusals.ForEach(Console.WriteLine);
            Resources.Stopped(name);
            throw new InvalidOperationException(string.Join(" ", refusals));
        }
    }

    private void End(string name)
    {
        Resources.Stopped(name);
        foreach (var resource in _scripted.Where(resource => resource.Name == name).ToList())
        {
            resource.Runtime.End();
            _scripted.Remove(resource);
            Convars.Forget(resource.Runtime);
            Commands.Forget(resource.Runtime);
            Wire.Functions.Forget(resource.Runtime);
        }

        foreach (var neighbour in _otherResources.Where(neighbour => neighbour.Name == name).ToList())
        {
            neighbour.End();
            _otherResources.Remove(neighbour);
            Commands.Forget(neighbour);
            Wire.Functions.Forget(neighbour);
        }
    }
}
