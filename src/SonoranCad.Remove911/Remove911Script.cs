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
    private readonly ResourceHost _base;
    private readonly DeliveryPipeline _line;
    private readonly OutboxDispatcher _dispatcher;
    private readonly ChatSuggestions _suggestions;
    private readonly AuditLog _audit;
    private readonly DiscordNotifier _webhook;
    private readonly ITickable[] _parts;

    /// <summary>Made by the server when the resource starts.</summary>
    public Remove911Script()
    {
        // The server tells tick handlers apart by the delegate object: what is removed must be the very one added.
        Func<Task> onTick = OnTick;
        _base = new ResourceHost(Players, new TickSwitch(() => Tick += onTick, () => Tick -= onTick));
        StartupMessages.Write(_base.Log, _base.ConfigFile, _base.Accounts.Start(_base.ConfigFile), _base.Resource, _base.Version);

        var calls = new OpenCallsSetup(_base);
        _audit = new AuditLog(new CfxAppendOnlyFiles(_base.Resource), _base.Settings, _base.Clock, _base.Log);
        _webhook = new DiscordNotifier(_base.Settings, _base.Inquiries, _base.Clock, _base.Localizer, _base.Secrets, _base.Log, _base.Version);
        var announcer = new OutcomePublisher(
            new CfxOutcomeEvents(_base.Localizer), _base.Log, calls.Listeners.Concat(new IOutcomeListener[] { _audit, _webhook }).ToArray());
        _line = BuildLine(announcer);
        _dispatcher = _line.Dispatcher;
        var desk = new RemovalService(
            _base.Players,
            _dispatcher,
            announcer,
            _base.Tick,
            _base.Log,
            _base.Clock,
            _base.Settings.Current.Command,
            _base.Settings.Current.PlayerRequests);
        _suggestions = new ChatSuggestions(
            _base.Players, _base.Clients, _base.Localizer, _base.Settings, _base.Tick, _base.Clock, desk.Command, desk.Ace);
        var check = BuildCheck();
        _parts = new ITickable[] { calls, _dispatcher, _base.Inquiries, check, _suggestions, _audit, _webhook };
        _base.Settings.Changed += () => Follow(desk);

        var reload = new ConfigReloader(_base.Files, _base.Accounts, _base.Settings);
        RegisterCommand(desk, new SubcommandTable(calls.Build(_line, desk, out var pushEvents).Concat(new ISubcommand[]
        {
            new StatusCommand(_line.Status, _base.Accounts, _base.Resource, _base.Version),
            new ReloadCommand(reload, check.Request, _base.Log, _base.Resource),
        })));
        RegisterEvents(desk);
        RegisterPushEvents(pushEvents);
        RegisterSurroundings();
        _suggestions.OfferToAll();
        check.Request();
        _base.Log.Flush();
        if (IsBusy())
        {
            _base.Tick.On();
        }
    }

    private DeliveryPipeline BuildLine(OutcomePublisher announcer)
    {
        var settings = _base.Settings.Current;
        return DeliveryPipeline.Build(
            _base.Http,
            new CfxKeyValueStore(),
            _base.Accounts,
            BuildEndpoints(),
            announcer,
            settings.ToLimits(),
            _base.Clock,
            new Random().NextDouble,
            _base.Log);
    }

    private IReadOnlyList<IRemovalEndpoint> BuildEndpoints() =>
        RemovalEndpoints.Of(_base.Settings.Current.Api, _base.Version, _base.Settings.Current.MaxBatch, _base.Secrets);

    private AccountCheck BuildCheck() => new(
        _base.Accounts,
        _base.Settings,
        _base.Inquiries,
        _line,
        new VersionResponseReader(_base.Secrets),
        _base.Tick,
        _base.Clock,
        _base.Log,
        _base.Resource,
        _base.Version);

    private void Follow(RemovalService desk)
    {
        _line.Reconfigure(_base.Settings.Current.ToLimits(), BuildEndpoints());
        desk.PlayerRequests = _base.Settings.Current.PlayerRequests;
    }

    private void RegisterCommand(RemovalService desk, SubcommandTable subcommands)
    {
        var command = new CommandHandler(desk, _base.Players, subcommands, _base.Tick, _base.Guard, _base.Log);
        API.RegisterCommand(desk.Command, new Action<int, List<object>, string>(command.OnCommand), true);
        if (API.IsPrincipalAceAllowed("builtin.everyone", desk.Ace))
        {
            StartupMessages.WarnOfOpenCommand(_base.Log, desk.Ace);
        }
    }

    private void RegisterEvents(RemovalService desk)
    {
        var clear = new ClearEventHandler(desk, _base.Players, _base.Guard, _base.Log, _base.Localizer);
        EventHandlers[ClearEventHandler.Name] += new Action<string, object, object>(clear.OnClear);
        var answers = new HttpResponseEventHandler(new IHttpResponseHandler[] { _dispatcher, _base.Inquiries }, desk, _base.Guard);
        EventHandlers[HttpResponseEventHandler.Name] += new Action<string, object, object, object, object, object>(answers.OnAnswer);
        EventHandlers[StopEventHandler.Name] += new Action<string, object>(new StopEventHandler(_base.Resource, OnStop, _base.Guard).OnStop);
        var export = new ClearExportHandler(desk, _base.Guard, _base.Log, _base.Localizer);
        Exports.Add(ClearExportHandler.Name, new Action<object, object>(export.OnCall));
        var table = new StatusTable(_line.Status, _base.Accounts, _base.Localizer, _base.Secrets, _base.Version);
        Exports.Add(StatusExportHandler.Name, new Func<object>(new StatusExportHandler(table, desk, _base.Guard).OnCall));
    }

    // Players who come and go, and the resources that show them notifications.
    private void RegisterSurroundings()
    {
        var chat = new ChatEventHandler(_suggestions, _base.Guard);
        EventHandlers[ChatEventHandler.ChatUp] += new Action<string>(chat.OnChatUp);
        EventHandlers[ChatEventHandler.PlayerLeft] += new Action<string>(chat.OnPlayerLeft);
        var neighbours = new ResourceEventHandler(_base.Neighbours, _base.Guard);
        EventHandlers[ResourceEventHandler.Start] += new Action<string, object>(neighbours.OnStart);
        EventHandlers[ResourceEventHandler.Stop] += new Action<string, object>(neighbours.OnStop);
    }

    private void RegisterPushEvents(PushEventHandler events)
    {
        EventHandlers[PushEventHandler.IncomingName] += new Action<string, object, object, object>(events.OnIncoming);
        EventHandlers[PushEventHandler.RemovedName] += new Action<string, object>(events.OnRemoved);
    }

    private Task OnTick()
    {
        var now = _base.Clock.Elapsed;
        foreach (var part in _parts)
        {
            Pump(part, now);
        }

        _base.Log.Flush();
        if (!IsBusy() && !_base.Log.HasLines)
        {
            _base.Tick.Off();
        }

        return Task.CompletedTask;
    }

    // One part's fault must not keep the others from their step.
    private void Pump(ITickable part, TimeSpan now)
    {
        try
        {
            part.Tick(now);
        }
        catch (Exception e)
        {
            _base.Guard.LogFault("tick", e);
        }
    }

    private bool IsBusy()
    {
        foreach (var part in _parts)
        {
            if (part.NeedsTick)
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
        _webhook.Stop();
        _base.Log.Flush();
    }
}
