using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CitizenFX.Core;
using CitizenFX.Core.Native;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911;

/// <summary>The resource's one script: it wires the parts together and hands the server's tick on.</summary>
public sealed class Remove911Script : BaseScript
{
    private readonly SystemClock _clock = new();
    private readonly TickSwitch _tick;
    private readonly BufferedLog _log;
    private readonly EdgeGuard _guard;
    private readonly Dispatcher _dispatcher;

    /// <summary>Made by the server when the resource starts.</summary>
    public Remove911Script()
    {
        // The server tells tick handlers apart by the delegate object: what is removed must be the very one added.
        Func<Task> onTick = OnTick;
        _tick = new TickSwitch(() => Tick += onTick, () => Tick -= onTick);

        var secrets = new SecretFilter();
        var localizer = new Localizer(LocaleFile.BuiltIn());
        _log = new BufferedLog(new CfxConsole(), secrets, localizer);
        _guard = new EdgeGuard(_log, _tick);

        var resource = API.GetCurrentResourceName();
        var version = typeof(Remove911Script).Assembly.GetName().Version.ToString(3);
        var files = new CfxResourceFiles(resource);
        var file = ConfigReader.Read(files.Read(AccountDesk.ConfigFileName));
        _log.Level = file.Settings.LogLevel;
        new LocaleDesk(files, localizer, _log).Use(file.Settings.Locale);

        var accounts = new AccountDesk(files, new AccountReader(new CfxConvars()), secrets, _log);
        var reading = accounts.Start(file);
        StartLines.Write(_log, file, reading, resource, version);

        var settings = file.Settings;
        var announcer = new OutcomeAnnouncer(new CfxEventBus(localizer), _log);
        _dispatcher = DeliveryLine.Build(
            new CfxHttpTransport(),
            new CfxKeyValueStore(),
            accounts,
            Endpoints.Of(settings.Api, version, settings.MaxBatch, secrets),
            announcer,
            settings.ToLimits(),
            _clock,
            new Random().NextDouble,
            _log);

        var players = new CfxPlayers(Players, localizer);
        var desk = new ClearDesk(players, _dispatcher, announcer, _tick, _log, _clock, settings.Command, settings.PlayerRequests);
        Register(desk, players, localizer, resource);
        _log.Flush();
        if (_dispatcher.IsBusy)
        {
            _tick.On();
        }
    }

    private void Register(ClearDesk desk, IPlayers players, Localizer localizer, string resource)
    {
        var command = new CommandEdge(desk, players, _guard, _log);
        API.RegisterCommand(desk.Command, new Action<int, List<object>, string>(command.OnCommand), true);
        if (API.IsPrincipalAceAllowed("builtin.everyone", desk.Ace))
        {
            StartLines.WarnOfOpenCommand(_log, desk.Ace);
        }

        EventHandlers[ClearEventEdge.Name] +=
            new Action<string, object, object>(new ClearEventEdge(desk, players, _guard, _log, localizer).OnClear);
        EventHandlers[HttpAnswerEdge.Name] +=
            new Action<string, object, object, object, object, object>(new HttpAnswerEdge(_dispatcher, desk, _guard).OnAnswer);
        EventHandlers[StopEdge.Name] += new Action<string, object>(new StopEdge(resource, OnStop, _guard).OnStop);
        Exports.Add(ExportEdge.Name, new Action<object, object>(new ExportEdge(desk, _guard, _log, localizer).OnCall));
    }

    private Task OnTick()
    {
        try
        {
            _dispatcher.Pump(_clock.Elapsed);
        }
        catch (Exception e)
        {
            _guard.Caught("tick", e);
        }

        _log.Flush();
        if (!_dispatcher.IsBusy && !_log.HasLines)
        {
            _tick.Off();
        }

        return Task.CompletedTask;
    }

    private void OnStop()
    {
        _dispatcher.Stop();
        _log.Flush();
    }
}
