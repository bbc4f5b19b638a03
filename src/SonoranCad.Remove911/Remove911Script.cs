using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Messages;
using SonoranCad.Remove911.Trail;

namespace SonoranCad.Remove911;

/// <summary>The resource's one script: it wires the parts together and hands the server's tick on.</summary>
public sealed class Remove911Script : BaseScript
{
    private readonly Foundation _base;
    private readonly Dispatcher _dispatcher;
    private readonly AuditTrail _audit;
    private readonly Webhook _webhook;
    private readonly ITickPart[] _parts;

    /// <summary>Made by the server when the resource starts.</summary>
    public Remove911Script()
    {
        // The server tells tick handlers apart by the delegate object: what is removed must be the very one added.
        Func<Task> onTick = OnTick;
        _base = new Foundation(Players, new TickSwitch(() => Tick += onTick, () => Tick -= onTick));
        StartLines.Write(_base.Log, _base.ConfigFile, _base.Accounts.Start(_base.ConfigFile), _base.Resource, _base.Version);

        _audit = new AuditTrail(new CfxAppendFiles(_base.Resource), _base.Settings, _base.Clock, _base.Log);
        _webhook = new Webhook(_base.Settings, _base.Inquiries, _base.Clock, _base.Localizer, _base.Secrets, _base.Log, _base.Version);
        var announcer = new OutcomeAnnouncer(new CfxEventBus(_base.Localizer), _base.Log, _audit, _webhook);
        _dispatcher = BuildDispatcher(announcer);
        var desk = new ClearDesk(
            _base.Players,
            _dispatcher,
            announcer,
            _base.Tick,
            _base.Log,
            _base.Clock,
            _base.Settings.Current.Command,
            _base.Settings.Current.PlayerRequests);
        _parts = new ITickPart[] { _dispatcher, _base.Inquiries, _audit, _webhook };

        RegisterCommand(desk, new Subcommands(Array.Empty<ISubcommand>()));
        RegisterEvents(desk);
        _base.Log.Flush();
        if (IsBusy())
        {
            _base.Tick.On();
        }
    }

    private Dispatcher BuildDispatcher(OutcomeAnnouncer announcer)
    {
        var settings = _base.Settings.Current;
        return DeliveryLine.Build(
            _base.Http,
            new CfxKeyValueStore(),
            _base.Accounts,
            Endpoints.Of(settings.Api, _base.Version, settings.MaxBatch, _base.Secrets),
            announcer,
            settings.ToLimits(),
            _base.Clock,
            new Random().NextDouble,
            _base.Log);
    }

    private void RegisterCommand(ClearDesk desk, Subcommands subcommands)
    {
        var command = new CommandEdge(desk, _base.Players, subcommands, _base.Tick, _base.Guard, _base.Log);
        API.RegisterCommand(desk.Command, new Action<int, List<object>, string>(command.OnCommand), true);
        if (API.IsPrincipalAceAllowed("builtin.everyone", desk.Ace))
        {
            StartLines.WarnOfOpenCommand(_base.Log, desk.Ace);
        }
    }

    private void RegisterEvents(ClearDesk desk)
    {
        var clear = new ClearEventEdge(desk, _base.Players, _base.Guard, _base.Log, _base.Localizer);
        EventHandlers[ClearEventEdge.Name] += new Action<string, object, object>(clear.OnClear);
        var answers = new HttpAnswerEdge(new IAnswerTaker[] { _dispatcher, _base.Inquiries }, desk, _base.Guard);
        EventHandlers[HttpAnswerEdge.Name] += new Action<string, object, object, object, object, object>(answers.OnAnswer);
        EventHandlers[StopEdge.Name] += new Action<string, object>(new StopEdge(_base.Resource, OnStop, _base.Guard).OnStop);
        var export = new ExportEdge(desk, _base.Guard, _base.Log, _base.Localizer);
        Exports.Add(ExportEdge.Name, new Action<object, object>(export.OnCall));
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
    private void Pump(ITickPart part, TimeSpan now)
    {
        try
        {
            part.Pump(now);
        }
        catch (Exception e)
        {
            _base.Guard.Caught("tick", e);
        }
    }

    private bool IsBusy()
    {
        foreach (var part in _parts)
        {
            if (part.IsBusy)
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
        _webhook.Stop();
        _base.Log.Flush();
    }
}
