using System;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Checks the account with the CAD's version request and tells the owner in one line what came of it: at the start, after a
/// reload, and when an account is found only later. It reports and decides nothing: whether sending stops is for the first
/// removal to find out. Removals go first, and the request counts against the CAD's limit like any other.
/// </summary>
internal sealed class AccountCheck : ITickable
{
    // What the first players ask for must not wait because of the check.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly AccountProvider _accounts;
    private readonly SettingsMonitor _settings;
    private readonly CallbackHttpClient _inquiries;
    private readonly DeliveryPipeline _line;
    private readonly VersionResponseReader _reader;
    private readonly ITickSwitch _tick;
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly string _resource;
    private readonly string _version;

    // On v2 the version has a limit of its own, which is not the removals'.
    private readonly RateLimiter _v2 = new(10, TimeSpan.FromMinutes(1));

    private bool _isDue;
    private TimeSpan _notBefore;
    private int _run;
    private int _generation;
    private VersionResult? _first;

    public AccountCheck(
        AccountProvider accounts,
        SettingsMonitor settings,
        CallbackHttpClient inquiries,
        DeliveryPipeline line,
        VersionResponseReader reader,
        ITickSwitch tick,
        IClock clock,
        ILog log,
        string resource,
        string version)
    {
        _accounts = accounts;
        _settings = settings;
        _inquiries = inquiries;
        _line = line;
        _reader = reader;
        _tick = tick;
        _clock = clock;
        _log = log;
        _resource = resource;
        _version = version;
        accounts.Found += () => Request();
    }

    public bool NeedsTick => _isDue;

    /// <summary>Has the account checked soon, if there is one and the owner wants that; true where it will be.</summary>
    public bool Request()
    {
        // An answer to an earlier check is about an account that may be another now.
        _run++;
        _first = null;
        _isDue = _settings.Current.StartupCheck && _accounts.IsReady;
        if (_isDue)
        {
            _generation = _line.Generation;
            _notBefore = _clock.Elapsed + Patience;
            _tick.On();
        }

        return _isDue;
    }

    public void Tick(TimeSpan now)
    {
        if (!_isDue || now < _notBefore)
        {
            return;
        }

        if (!_accounts.IsReady || _accounts.Current(out _) is not { } account)
        {
            // A removal was quicker, and was told that the account will not do.
            _isDue = false;
        }
        else if (Limit.NextPermitAt(now) <= now)
        {
            _isDue = false;
            Send(account, now);
        }
    }

    private RateLimiter Limit => _generation == 1 ? _line.Limits.Of(1) : _v2;

    private void Send(CadAccount account, TimeSpan now)
    {
        var run = _run;
        var generation = _generation;
        if (generation == 1)
        {
            _line.Count(1);
        }
        else
        {
            _v2.Acquire();
            _v2.Release(now);
        }

        _inquiries.Ask(VersionRequest.Of(generation, account, _version), answer =>
        {
            if (run == _run)
            {
                Answered(account, _reader.Read(generation, answer));
            }
        });
    }

    private void Answered(CadAccount account, VersionResult verdict)
    {
        if (_first is null && OtherMayServe(verdict))
        {
            _first = verdict;
            _generation = verdict.Generation == 1 ? 2 : 1;
            _isDue = true;
            return;
        }

        // Where the second has no such request either, the first said more.
        var last = _first is not null && verdict.Kind == VersionResultKind.NoEndpoint ? _first : verdict;
        var line = AccountCheckMessages.Line(last, account, _settings.Current.Command, _resource);
        var v1IsOut = _first?.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan && last.Generation == 2;
        _log.Write(AccountCheckMessages.Level(last.Kind), v1IsOut ? Phrase.Of(line, new Phrase("check.v1_not_enabled")) : line);
    }

    // As the removals do: v2 is in the plans that v1 is not in, and may be there where v1 has ended.
    private bool OtherMayServe(VersionResult verdict) =>
        _settings.Current.Api == ApiMode.Auto
        && (verdict.Kind == VersionResultKind.NoEndpoint
            || (verdict.Generation == 1 && verdict.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan));
}
