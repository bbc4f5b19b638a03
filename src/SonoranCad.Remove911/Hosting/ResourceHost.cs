using System.Threading.Tasks;
using SonoranCad.Remove911.Cfx;

namespace SonoranCad.Remove911.Hosting;

/// <summary>The composition root: creates all parts in dependency order, registers the handlers and drives the tick.</summary>
internal sealed class ResourceHost
{
    private readonly CoreServices _core;
    private readonly OpenCallCache _openCallCache;
    private readonly AuditLog _audit;
    private readonly DiscordNotifier _discord;
    private readonly DeliveryServices _delivery;
    private readonly OpenCallServices _openCalls;
    private readonly CommandServices _commands;
    private readonly CodePreparer _codePreparer;
    private readonly ITickable[] _tickables;

    public ResourceHost(ServerPorts ports, Action<Func<Task>> addTick, Action<Func<Task>> removeTick)
    {
        _core = new CoreServices(ports);

        // The delivery comes after its outcome listeners.
        var settings = _core.Settings;
        _openCallCache = new OpenCallCache(() => _core.Accounts.Target);
        var newestCalls = new NewestCallRequests(ports.Clock, () => _core.Accounts.Target);
        _audit = new AuditLog(ports.AuditFiles, settings, ports.Clock, _core.Log);
        var embeds = new DiscordEmbedQueue(new DiscordEmbedBuilder(_core.Localizer, _core.Redactor));
        _discord = new DiscordNotifier(settings, _core.HttpClient, ports.Clock, embeds, new DiscordLogger(_core.Log, settings), ports.Resource)
        {
            Budget = _core.Budget,
        };
        _delivery = new DeliveryServices(_core, _openCallCache, new IOutcomeListener[] { _openCallCache, newestCalls, _audit, _discord });

        _openCalls = new OpenCallServices(_core, _delivery, _openCallCache);
        _commands = new CommandServices(_core, _delivery, _openCalls, newestCalls);

        // The store comes after the others, because it flushes what they have changed, and the log after all.
        _codePreparer = new CodePreparer(ports.Clock, _core.Budget, _core.Log);
        _tickables = new ITickable[]
        {
            _core.HttpClient, _openCalls.ListClient, _openCalls.VendorCalls, _openCalls.Schedule, _commands.AccountWatcher,
            _delivery.Dispatcher, _delivery.AccountCheck, _commands.Suggestions, _commands.Notifier, _audit, _discord,
            _delivery.Store, _core.Log,
        };
        TickSwitch = new TickSwitch(addTick, removeTick, Tick, _tickables.Append(_codePreparer).ToArray());
        Subscribe();
    }

    public ExceptionGuard Guard => _core.Guard;

    public TickSwitch TickSwitch { get; }

    public void Register(HandlerRegistry registry)
    {
        var ports = _core.Ports;
        var (guard, notifier) = (_commands.RequestGuard, _commands.Notifier);
        var command = new CommandHandler(guard, _commands.Commands, ports.Players, notifier, new ConsoleReply(_core.Log));
        registry.AddCommand(_core.Settings.Current.Command, command.OnCommand);

        var requests = new ResourceRequestHandler(_delivery.Removals, _core.Log, _core.Localizer);
        var clear = new ClearEventHandler(guard, _delivery.Removals, requests, ports.Players, notifier, _core.Localizer);
        registry.AddEvent(ClearEventHandler.EventName, clear.OnClear);
        var exports = new ResourceExports(guard, requests, _commands.StatusTable);
        registry.AddExport(ResourceExports.ClearName, exports.OnClear);
        registry.AddExport(ResourceExports.StatusName, exports.OnStatus);

        var responses = new HttpResponseEventHandler(_core.HttpClient, guard);
        registry.AddHttpResponseEvent(HttpResponseEventHandler.EventName, responses.OnResponse);
        var filter = new PushEventFilter(_openCalls.Vendor, _core.Accounts, guard);
        var pushes = new PushEventHandler(_openCalls.Service, _delivery.Dispatcher, _core.Accounts, filter, _core.Redactor, ports.Clock);
        registry.AddEvent(PushEventHandler.IncomingEvent, pushes.OnIncoming);
        registry.AddEvent(PushEventHandler.RemovedEvent, pushes.OnRemoved);
        registry.AddEvent(PushEventHandler.CacheUpdatedEvent, pushes.OnCacheUpdated);

        var chat = new ChatEventHandler(_commands.Suggestions);
        registry.AddEvent(ChatEventHandler.ChatReadyEvent, chat.OnChatReady);
        registry.AddEvent(ChatEventHandler.PlayerDroppedEvent, chat.OnPlayerLeft);
        var resources = new ResourceEventHandler(
            _commands.NotificationResources, _commands.AccountWatcher, _openCalls.VendorCalls, _openCalls.Service, ports.Resource.Name, Stop);
        registry.AddEvent(ResourceEventHandler.StartEvent, resources.OnStart);
        registry.AddEvent(ResourceEventHandler.StopEvent, resources.OnStop);
    }

    /// <summary>Logs the state at startup, and schedules the first work.</summary>
    public void Start()
    {
        var players = _core.Ports.Players;
        _commands.Notifier.SelectChannel();
        StartupMessages.Write(_core.Log, _core.ConfigFile, _core.Accounts.Resolve(_core.ConfigFile), _core.Ports.Resource);
        if (players.IsEveryoneAllowed(_core.Settings.Current.Ace))
            _core.Log.Write(LogLevel.Warn, new Phrase("start.open_command").With("permission", _core.Settings.Current.Ace));

        // An exception from here would end the script: the server drops one whose constructor throws.
        Guard.Run("suggestions", _commands.Suggestions.OfferToAll);
        _delivery.AccountCheck.Schedule();
        _core.Log.Flush();
        Guard.Run("start", _codePreparer.Start);
        TickSwitch.Update();
    }

    /// <summary>The tick handler: runs all tickables. One that throws does not stop the others.</summary>
    private Task Tick()
    {
        _core.Budget.Start();
        var now = _core.Ports.Clock.Elapsed;
        foreach (var tickable in _codePreparer.NeedsTick ? [_codePreparer, _core.Log] : _tickables)
        {
            try
            {
                tickable.Tick(now);
            }
            catch (Exception e)
            {
                Guard.LogFault("tick", e);
            }
        }

        TickSwitch.Update();
        return Task.CompletedTask;
    }

    // Subscriptions run in this order. The core comes first, because it loads the language in which the others write.
    private void Subscribe()
    {
        var settings = _core.Settings;
        settings.Changed += _core.OnSettingsChanged;
        settings.Changed += _commands.Notifier.SelectChannel;
        settings.Changed += _openCalls.OnSettingsChanged;
        settings.Changed += _discord.OnSettingsChanged;
        settings.Changed += _delivery.OnSettingsChanged;
        _core.Accounts.AccountFound += () => _delivery.AccountCheck.Schedule();
        _core.Accounts.CallsInvalidated += _openCalls.Service.Reset;
        _core.Accounts.CallsInvalidated += _openCalls.StaleCalls.Reset;
        _openCallCache.CallClosed += _openCalls.Confirmations.RemoveCall;
        _commands.NotificationResources.Changed += _commands.Notifier.SelectChannel;
    }

    private void Stop()
    {
        _core.Budget.Lift();
        _delivery.Publisher.CompleteDecided();
        _audit.Stop();
        _delivery.Store.Flush();
        _delivery.Dispatcher.Stop();
        Guard.Run("suggestions", _commands.Suggestions.WithdrawAll);
        _discord.Stop();
        _core.Log.Flush();
    }
}
