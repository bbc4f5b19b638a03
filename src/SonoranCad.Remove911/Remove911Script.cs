using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Audit;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Discord;
using SonoranCad.Remove911.Hosting;
using SonoranCad.Remove911.Http;

namespace SonoranCad.Remove911;

/// <summary>The resource's one script: it wires the parts together and hands the server's tick on.</summary>
public sealed class Remove911Script : BaseScript
{
    private readonly ResourceHost _host;
    private readonly DeliveryPipeline _pipeline;
    private readonly OutboxDispatcher _dispatcher;
    private readonly ChatSuggestions _suggestions;
    private readonly AuditLog _audit;
    private readonly DiscordNotifier _discord;
    private readonly ITickable[] _tickables;

    /// <summary>Made by the server when the resource starts.</summary>
    public Remove911Script()
    {
        // The server tells tick handlers apart by the delegate object: what is removed must be the very one added.
        Func<Task> onTick = OnTick;
        _host = new ResourceHost(Players, new TickSwitch(() => Tick += onTick, () => Tick -= onTick));
        StartupMessages.Write(_host.Log, _host.ConfigFile, _host.Accounts.Initialize(_host.ConfigFile), _host.ResourceName, _host.Version);

        var calls = new OpenCallsSetup(_host);
        _audit = new AuditLog(new CfxAppendOnlyFiles(_host.ResourceName), _host.Settings, _host.Clock, _host.Log);
        _discord = new DiscordNotifier(_host.Settings, _host.HttpClient, _host.Clock, _host.Localizer, _host.Secrets, _host.Log, _host.Version);
        var publisher = new OutcomePublisher(
            new CfxOutcomeEvents(_host.Localizer), _host.Log, calls.Listeners.Concat(new IOutcomeListener[] { _audit, _discord }).ToArray());
        _pipeline = BuildPipeline(publisher);
        _dispatcher = _pipeline.Dispatcher;
        var removals = new RemovalService(
            _host.Players,
            _dispatcher,
            publisher,
            _host.Tick,
            _host.Log,
            _host.Clock,
            _host.Settings.Current.Command,
            _host.Settings.Current.PlayerRequests);
        _suggestions = new ChatSuggestions(
            _host.Players, _host.ClientEvents, _host.Localizer, _host.Settings, _host.Tick, _host.Clock, removals.Command, removals.Ace);
        var accountCheck = BuildAccountCheck();
        _tickables = new ITickable[] { calls, _dispatcher, _host.HttpClient, accountCheck, _suggestions, _audit, _discord };
        _host.Settings.Changed += () => ApplySettings(removals);

        var reloader = new ConfigReloader(_host.Files, _host.Accounts, _host.Settings);
        RegisterCommand(removals, new SubcommandTable(calls.Build(_pipeline, removals, out var pushEvents).Concat(new ISubcommand[]
        {
            new StatusCommand(_pipeline.StatusReader, _host.Accounts, _host.ResourceName, _host.Version),
            new ReloadCommand(reloader, accountCheck.Schedule, _host.Log, _host.ResourceName),
        })));
        RegisterEvents(removals);
        RegisterPushEvents(pushEvents);
        RegisterPlayersAndResources();
        _suggestions.OfferToAll();
        accountCheck.Schedule();
        _host.Log.Flush();
        if (NeedsTick())
        {
            _host.Tick.On();
        }
    }

    private DeliveryPipeline BuildPipeline(OutcomePublisher publisher)
    {
        var settings = _host.Settings.Current;
        return DeliveryPipeline.Build(
            _host.Transport,
            new CfxKeyValueStore(),
            _host.Accounts,
            BuildEndpoints(),
            publisher,
            settings.ToDeliveryOptions(),
            _host.Clock,
            new Random().NextDouble,
            _host.Log);
    }

    private IReadOnlyList<IRemovalEndpoint> BuildEndpoints() =>
        RemovalEndpoints.Create(_host.Settings.Current.Api, _host.Version, _host.Settings.Current.MaxBatch, _host.Secrets);

    private AccountCheck BuildAccountCheck() => new(
        _host.Accounts,
        _host.Settings,
        _host.HttpClient,
        _pipeline,
        new VersionResponseReader(_host.Secrets),
        _host.Tick,
        _host.Clock,
        _host.Log,
        _host.ResourceName,
        _host.Version);

    private void ApplySettings(RemovalService removals)
    {
        _pipeline.Reconfigure(_host.Settings.Current.ToDeliveryOptions(), BuildEndpoints());
        removals.PlayerRequestLimit = _host.Settings.Current.PlayerRequests;
    }

    private void RegisterCommand(RemovalService removals, SubcommandTable subcommands)
    {
        var command = new CommandHandler(removals, _host.Players, subcommands, _host.Tick, _host.Guard, _host.Log);
        API.RegisterCommand(removals.Command, new Action<int, List<object>, string>(command.OnCommand), true);
        if (API.IsPrincipalAceAllowed("builtin.everyone", removals.Ace))
        {
            StartupMessages.WarnAboutOpenCommand(_host.Log, removals.Ace);
        }
    }

    private void RegisterEvents(RemovalService removals)
    {
        var clear = new ClearEventHandler(removals, _host.Players, _host.Guard, _host.Log, _host.Localizer);
        EventHandlers[ClearEventHandler.EventName] += new Action<string, object, object>(clear.OnClear);
        var responses = new HttpResponseEventHandler(new IHttpResponseHandler[] { _dispatcher, _host.HttpClient }, removals, _host.Guard);
        EventHandlers[HttpResponseEventHandler.EventName] += new Action<string, object, object, object, object, object>(responses.OnResponse);
        EventHandlers[StopEventHandler.EventName] += new Action<string, object>(new StopEventHandler(_host.ResourceName, OnStop, _host.Guard).OnStop);
        var export = new ClearExportHandler(removals, _host.Guard, _host.Log, _host.Localizer);
        Exports.Add(ClearExportHandler.ExportName, new Action<object, object>(export.OnCall));
        var table = new StatusTable(_pipeline.StatusReader, _host.Accounts, _host.Localizer, _host.Secrets, _host.Version);
        Exports.Add(StatusExportHandler.ExportName, new Func<object>(new StatusExportHandler(table, removals, _host.Guard).OnCall));
    }

    // Players who come and go, and the resources that show them notifications.
    private void RegisterPlayersAndResources()
    {
        var chat = new ChatEventHandler(_suggestions, _host.Guard);
        EventHandlers[ChatEventHandler.ChatReadyEvent] += new Action<string>(chat.OnChatReady);
        EventHandlers[ChatEventHandler.PlayerDroppedEvent] += new Action<string>(chat.OnPlayerLeft);
        var resources = new ResourceEventHandler(_host.NotificationResources, _host.Guard);
        EventHandlers[ResourceEventHandler.StartEvent] += new Action<string, object>(resources.OnStart);
        EventHandlers[ResourceEventHandler.StopEvent] += new Action<string, object>(resources.OnStop);
    }

    private void RegisterPushEvents(PushEventHandler events)
    {
        EventHandlers[PushEventHandler.IncomingEvent] += new Action<string, object, object, object>(events.OnIncoming);
        EventHandlers[PushEventHandler.RemovedEvent] += new Action<string, object>(events.OnRemoved);
    }

    private Task OnTick()
    {
        var now = _host.Clock.Elapsed;
        foreach (var tickable in _tickables)
        {
            TickSafely(tickable, now);
        }

        _host.Log.Flush();
        if (!NeedsTick() && !_host.Log.HasLines)
        {
            _host.Tick.Off();
        }

        return Task.CompletedTask;
    }

    // One part's fault must not keep the others from their step.
    private void TickSafely(ITickable tickable, TimeSpan now)
    {
        try
        {
            tickable.Tick(now);
        }
        catch (Exception e)
        {
            _host.Guard.LogFault("tick", e);
        }
    }

    private bool NeedsTick()
    {
        foreach (var tickable in _tickables)
        {
            if (tickable.NeedsTick)
            {
                return true;
            }
        }

        return false;
    }

    private void OnStop()
    {
        _audit.Stop();
        _dispatcher.Stop();
        _suggestions.WithdrawAll();
        _discord.Stop();
        _host.Log.Flush();
    }
}
