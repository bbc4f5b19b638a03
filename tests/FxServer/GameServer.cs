using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;

namespace FxServer;

/// <summary>
/// A stand-in for FXServer with resources, players, commands, events and ticks. The thread that creates it is its main thread.
/// A process may have several, each on its own thread.
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

    /// <param name="dataDirectory">Holds the key-value stores, which outlive the server.</param>
    /// <param name="game">A resource whose manifest does not name this game is refused.</param>
    /// <param name="clock">Default: the machine's clock.</param>
    /// <param name="transport">Default: real sockets.</param>
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

    /// <summary>Makes natives throw and damages strings on their way to one.</summary>
    public FxNativeFaults NativeFaults { get; } = new FxNativeFaults();

    /// <summary>Loads and creates scripts instead of the server. Default null: the server does it.</summary>
    public IScriptFactory? ScriptFactory { get; set; }

    /// <summary>Calls to CitizenFX that this server's resources made off its main thread or outside of script code.</summary>
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

    /// <summary>The time since the server's clock started.</summary>
    public TimeSpan Elapsed => Clock.Elapsed;

    /// <summary>The players online.</summary>
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

    /// <summary>True from the first tick on: server.cfg has been executed before the server's loop starts.</summary>
    internal bool HasExecutedConfiguration { get; private set; }

    /// <summary>
    /// Starts the resource in a folder: reads its fxmanifest.lua, loads its DLLs by path and creates its scripts. Throws if the
    /// manifest is missing, names no C# server script, or is refused for this game.
    /// </summary>
    public FxResource StartResource(string folder, string? name = null)
    {
        folder = Path.GetFullPath(folder);
        var manifest = Manifest.Read(folder);
        var files = ScriptLoader.ScriptFiles(manifest);
        return Start(name ?? new DirectoryInfo(folder).Name, folder, manifest, runtime => ScriptLoader.LoadFiles(runtime, folder, files));
    }

    /// <summary>Starts the scripts of a loaded assembly as a resource.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="assembly">Contains the scripts.</param>
    /// <param name="filter">Selects the scripts. Default: all.</param>
    /// <param name="folder">The resource's folder; without one it has no files.</param>
    public FxResource StartScripts(string name, Assembly assembly, Func<Type, bool>? filter = null, string? folder = null)
    {
        var manifest = folder is not null && File.Exists(Path.Combine(folder, Manifest.FileName)) ? Manifest.Read(folder) : Manifest.Empty;
        return Start(name, folder, manifest, runtime => ScriptLoader.Instantiate(runtime, assembly, filter ?? (_ => true)));
    }

    /// <summary>Adds another resource, driven by the test.</summary>
    /// <param name="name">Its folder's name.</param>
    /// <param name="version">The version in its manifest. The vendor's resource has the current one by default.</param>
    public OtherResource AddResource(string name, string? version = null) =>
        AddResource(name, Manifest.OfVersion(version ?? (name == SonoranCadResource.ResourceName ? SonoranCadResource.CurrentVersion : null)));

    internal OtherResource AddResource(string name, Manifest manifest)
    {
        RequireMainThread(nameof(AddResource));
        RequireNotRunning(name);
        var resource = new OtherResource(this, name);
        Resources.Starting(name, null, manifest);
        _otherResources.Add(resource);
        Resources.Started(name);
        RaiseEvent("onResourceStart", "", name);
        return resource;
    }

    /// <summary>
    /// Stops a resource: onResourceStop is fired while it is stopping, then it ends. Does nothing if it is not running.
    /// </summary>
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

    /// <summary>Ends a resource without notifying it, as if the server's process were killed.</summary>
    public void KillResource(string name)
    {
        RequireMainThread(nameof(KillResource));
        End(name);
        Kvp.Kill(name);
    }

    /// <summary>A client joins.</summary>
    /// <param name="name">The player's name.</param>
    /// <param name="identifiers">With their types: <c>license:0123…</c>.</param>
    public FxPlayer Connect(string name, params string[] identifiers) => Connect(++_lastNetId, name, identifiers);

    /// <summary>A client joins with the server id of one who has left: the server reuses its ids.</summary>
    public FxPlayer Connect(int netId, string name, params string[] identifiers)
    {
        RequireMainThread(nameof(Connect));
        var player = new FxPlayer(this, netId, name, identifiers);
        _players.Add(player);
        RaiseEvent("playerJoining", "internal-" + player.Source, player.Handle);
        return player;
    }

    /// <summary>
    /// Delivers the HTTP responses that have arrived. A tick does so too; calling this first lets a test time the tick without
    /// it.
    /// </summary>
    public void DeliverResponses()
    {
        RequireMainThread(nameof(DeliverResponses));
        Http.Deliver();
    }

    /// <summary>Runs one tick: HTTP responses, delays that are due, tick handlers.</summary>
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

    /// <summary>Ticks until the condition holds. The clock advances between two ticks.</summary>
    /// <param name="condition">Evaluated before each tick.</param>
    /// <param name="timeout">Default 10 s of the server's clock.</param>
    /// <returns>False after the timeout.</returns>
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

    /// <summary>Runs a line as if typed into the server's console (source 0).</summary>
    /// <returns>False if the server refused the line; the console says why. A command's own result is unknown.</returns>
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

    /// <summary>Fires an event whose arguments are packed already: a modified client packs an array as it likes.</summary>
    public void RaisePackedEvent(string eventName, string source, byte[] packedArgs)
    {
        RequireMainThread(nameof(RaisePackedEvent));
        Events.Dispatch(eventName, source, packedArgs, invoker: null);
    }

    public bool HasCommand(string name) => Commands.Has(name);

    /// <summary>The commands that a resource has registered; none if it is stopped.</summary>
    public IReadOnlyList<string> CommandsOf(string resource) => Commands.NamesOf(resource);

    public bool IsRunning(string resource) => Resources.IsUp(resource);

    /// <summary>The number of tick handlers that a resource has registered: an idle one should have none.</summary>
    public int TickHandlerCount(string resource) =>
        _scripted.Where(running => running.Name == resource).Sum(running => running.Runtime.TickHandlerCount);

    /// <summary>
    /// Calls an export without a calling resource, as a client can by raising the export's event. Throws
    /// <see cref="InvalidOperationException"/> if there is no such export.
    /// </summary>
    public object? CallExportWithoutResource(string resource, string export, params object?[] args)
    {
        RequireMainThread(nameof(CallExportWithoutResource));
        return Events.CallExport(Host, resource, export, args);
    }

    /// <summary>Closes the files. Resources are not notified: stop them first if they should be.</summary>
    public void Dispose()
    {
        _scripted.ForEach(resource => resource.Runtime.End());
        _scripted.Clear();
        Kvp.Dispose();
    }

    internal FxPlayer? FindPlayer(string handle) => _players.Find(player => string.Equals(player.Handle, handle, StringComparison.Ordinal));

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
        // Scripts started without a manifest can't be refused because of one.
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

        foreach (var resource in _otherResources.Where(resource => resource.Name == name).ToList())
        {
            resource.End();
            _otherResources.Remove(resource);
            Commands.Forget(resource);
            Wire.Functions.Forget(resource);
        }
    }
}
