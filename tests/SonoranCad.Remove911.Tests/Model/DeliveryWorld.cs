using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Tests.Support;

namespace SonoranCad.Remove911.Tests.Model;

/// <summary>
/// The real delivery, with everything around it controlled by the walk: three requests, two of them for one call; the clock, the
/// network, the disk, the owner. One world is started over for each path.
/// </summary>
internal sealed class DeliveryWorld
{
    private const int WarmUpCall = 9;
    private const int SharedCall = 2;

    private static readonly (Requester Requester, int[] Calls)[] Requests =
    [
        (Requester.Console, [1, SharedCall]), (Requester.Player(1, "Jane", "license:1"), [SharedCall]), (Requester.Resource("mdt"), [3]),
    ];

    private static readonly DateTime Start = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    private readonly WalkOptions _options;
    private readonly DeliveryRig _rig;
    private DeliveryPromises _promises = null!;
    private Dictionary<string, string> _disk = [];
    private int _nextToken;
    private int _submitted;
    private int _disturbances;
    private bool _hasRestarted;
    private bool _hasReport;
    private SettingsChange? _change;
    private bool _isTickDue;
    private bool _hasSentTooEarly;

    public DeliveryWorld(WalkOptions options)
    {
        _options = options;
        _rig = new DeliveryRig(options.CreateSettings()) { SendResult = OnSend };
        _rig.Store.OnFlush = () => _disk = new(_rig.Store.Values);
    }

    /// <summary>Whether nothing is pending, in flight or due.</summary>
    public bool IsIdle => _promises.IsDone && !_isTickDue;

    public void StartOver()
    {
        _rig.Store.Values.Clear();
        _disk.Clear();
        _rig.Clock.Elapsed = TimeSpan.Zero;
        _rig.Clock.UtcNow = Start;
        _rig.Config = """{ "communityId": "c", "apiKey": "key-1", "serverId": 1 }""";
        _rig.Apply(_options.CreateSettings());
        _rig.Console.Clear();
        _rig.Events.Clear();
        _rig.Restart();
        _submitted = 0;
        _disturbances = _options.Disturbances;
        (_hasRestarted, _hasReport, _change, _isTickDue, _hasSentTooEarly) = (false, false, null, false, false);
        _promises = new DeliveryPromises(_rig);
        if (_options.IsWarm)
        {
            WarmUp();
        }
    }

    /// <summary>Plays one choice; throws if a promise is broken.</summary>
    public void Play(Choice choice)
    {
        _disturbances -= choice.IsDisturbance ? 1 : 0;
        switch (choice.Kind)
        {
            case ChoiceKind.Submit:
                var (requester, calls) = Requests[_submitted++];
                _promises.Submit(requester, calls);
                break;
            case ChoiceKind.Tick:
                Tick(TimeSpan.Zero);
                break;
            case ChoiceKind.Wait:
                Tick(NextSendIn!.Value);
                break;
            case ChoiceKind.TimeOut:
                Tick(_promises.TimeoutIn!.Value);
                break;
            case ChoiceKind.Respond:
                _promises.Respond(choice.Subject, (CadResponse)choice.Detail);
                break;
            case ChoiceKind.RemoveByCad:
                _hasReport = true;
                _promises.RemoveByCad(choice.Subject);
                break;
            case ChoiceKind.ChangeSettings:
                Change((SettingsChange)choice.Detail);
                break;
            default:
                Restart(choice.Kind);
                break;
        }

        _isTickDue = choice.Kind is not (ChoiceKind.Tick or ChoiceKind.Wait or ChoiceKind.TimeOut);
    }

    /// <summary>What can happen next. Time passes only when no tick is due: a server ticks 20 to 50 times a second.</summary>
    public IEnumerable<Choice> Choices()
    {
        var next = NextSendIn;
        if (_submitted < Requests.Length)
        {
            yield return new Choice(ChoiceKind.Submit);
        }

        if (_isTickDue || next == TimeSpan.Zero)
        {
            yield return new Choice(ChoiceKind.Tick);
        }
        else if (next is not null && !(_promises.TimeoutIn <= next))
        {
            yield return new Choice(ChoiceKind.Wait);
        }
        else if (_promises.TimeoutIn is not null && _disturbances > 0)
        {
            yield return new Choice(ChoiceKind.TimeOut);
        }

        var all = Enum.GetValues<CadResponse>().Where(response => response == CadResponse.Cleared || _disturbances > 0).ToList();
        foreach (var choice in _promises.AwaitingResponse.SelectMany(request => all.Select(response => new Choice(ChoiceKind.Respond, request, (int)response))))
        {
            yield return choice;
        }

        foreach (var choice in _disturbances > 0 ? Disturbances() : [])
        {
            yield return choice;
        }
    }

    /// <summary>A second response, or one after the timeout, changes nothing, even if it is a success.</summary>
    public void CheckLateResponse(ulong hash)
    {
        if (_promises.RespondLate())
        {
            Promise.Check(Hash() == hash, "A response to a request that is over changed something.");
        }
    }

    public ulong Hash()
    {
        var hash = new StateHash(_rig.Clock.Elapsed, _rig.Clock.UtcNow);
        hash.Add((_submitted, _disturbances, _hasRestarted, _hasReport, (int?)_change ?? -1, _isTickDue, _rig.Config));
        hash.Add(_rig.Store.Values);
        hash.Add(_disk);
        _promises.AddTo(hash);
        hash.Add(_rig.Delivery);
        return hash.Value;
    }

    private TimeSpan? NextSendIn => _rig.Delivery.Status.NextSendIn;

    private bool IsDirty => _disk.Count != _rig.Store.Values.Count || _rig.Store.Values.Any(pair => _disk.GetValueOrDefault(pair.Key) != pair.Value);

    private IEnumerable<Choice> Disturbances()
    {
        foreach (var kind in _hasRestarted ? [] : Enum.GetValues<ChoiceKind>().Where(kind => kind is ChoiceKind.Stop or ChoiceKind.Kill || (kind == ChoiceKind.LosePower && IsDirty)))
        {
            yield return new Choice(kind);
        }

        foreach (var change in _change is null ? Enum.GetValues<SettingsChange>() : [])
        {
            yield return new Choice(ChoiceKind.ChangeSettings, Detail: (int)change);
        }

        if (!_hasReport && _promises.IsPending(SharedCall))
        {
            yield return new Choice(ChoiceKind.RemoveByCad, SharedCall);
        }
    }

    private void Tick(TimeSpan later)
    {
        _rig.Clock.Advance(later);
        _promises.BeforeTick();
        _rig.TickNow();
        Promise.Check(!_hasSentTooEarly, "A request went out before the store was on the disk.");
        _promises.AfterTick(_disk);
    }

    private void Change(SettingsChange change)
    {
        _change = change;
        if (change == SettingsChange.ApiKey)
        {
            _rig.Config = _rig.Config.Replace("key-1", "key-2", StringComparison.Ordinal);
        }

        _rig.Apply(_options.CreateSettings(change));
    }

    private void Restart(ChoiceKind kind)
    {
        _hasRestarted = true;
        if (kind == ChoiceKind.Stop)
        {
            _rig.Stop();
        }

        if (kind == ChoiceKind.LosePower)
        {
            _rig.Store.Values.Clear();
            foreach (var (key, value) in _disk)
            {
                _rig.Store.Values[key] = value;
            }
        }

        // The server's database reads its log when it opens, and writes it out.
        _disk = new(_rig.Store.Values);
        _promises.BeforeRestart(kind);
        _rig.Restart();
        _promises.AfterRestart();
    }

    // Before anything goes out, the disk holds what a kill at this moment needs. An exception would end in the delivery's guard.
    private int OnSend()
    {
        _hasSentTooEarly |= IsDirty;
        return _nextToken++;
    }

    private void WarmUp()
    {
        _promises.Submit(Requester.Console, [WarmUpCall]);
        Tick(TimeSpan.Zero);
        _promises.Respond(0, CadResponse.Cleared);
        Tick(TimeSpan.Zero);
        Tick(TimeSpan.FromMinutes(2));
    }
}
