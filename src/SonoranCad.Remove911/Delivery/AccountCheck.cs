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
    private static readonly TimeSpan StartDelay = TimeSpan.FromSeconds(1);

    private readonly AccountProvider _accounts;
    private readonly SettingsMonitor _settings;
    private readonly CallbackHttpClient _httpClient;
    private readonly DeliveryPipeline _pipeline;
    private readonly VersionResponseReader _reader;
    private readonly ITickSwitch _tick;
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly string _resource;
    private readonly string _version;

    // On v2 the version has a limit of its own, which is not the removals'.
    private readonly RateLimiter _v2Limiter = new(10, TimeSpan.FromMinutes(1));

    private bool _isDue;
    private TimeSpan _notBefore;
    private int _checkNumber;
    private int _apiVersion;
    private VersionResult? _firstResult;

    public AccountCheck(
        AccountProvider accounts,
        SettingsMonitor settings,
        CallbackHttpClient httpClient,
        DeliveryPipeline pipeline,
        VersionResponseReader reader,
        ITickSwitch tick,
        IClock clock,
        ILog log,
        string resource,
        string version)
    {
        _accounts = accounts;
        _settings = settings;
        _httpClient = httpClient;
        _pipeline = pipeline;
        _reader = reader;
        _tick = tick;
        _clock = clock;
        _log = log;
        _resource = resource;
        _version = version;
        accounts.AccountFound += () => Schedule();
    }

    public bool NeedsTick => _isDue;

    /// <summary>Has the account checked soon, if there is one and the owner wants that; true where it will be.</summary>
    public bool Schedule()
    {
        // An answer to an earlier check is about an account that may be another now.
        _checkNumber++;
        _firstResult = null;
        _isDue = _settings.Current.StartupCheck && _accounts.IsReady;
        if (_isDue)
        {
            _apiVersion = _pipeline.ApiVersion;
            _notBefore = _clock.Elapsed + StartDelay;
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

        if (!_accounts.IsReady || _accounts.GetCurrent(out _) is not { } account)
        {
            // A removal was quicker, and was told that the account will not do.
            _isDue = false;
        }
        else if (Limiter.NextPermitAt(now) <= now)
        {
            _isDue = false;
            Send(account, now);
        }
    }

    private RateLimiter Limiter => _apiVersion == 1 ? _pipeline.RateLimits.GetLimiter(1) : _v2Limiter;

    private void Send(CadAccount account, TimeSpan now)
    {
        var checkNumber = _checkNumber;
        var apiVersion = _apiVersion;
        if (apiVersion == 1)
        {
            _pipeline.CountRequest(1);
        }
        else
        {
            _v2Limiter.Acquire();
            _v2Limiter.Release(now);
        }

        _httpClient.Send(VersionRequest.Create(apiVersion, account, _version), response =>
        {
            if (checkNumber == _checkNumber)
            {
                HandleResult(account, _reader.Read(apiVersion, response));
            }
        });
    }

    private void HandleResult(CadAccount account, VersionResult result)
    {
        if (_firstResult is null && CanTryOtherApi(result))
        {
            _firstResult = result;
            _apiVersion = result.ApiVersion == 1 ? 2 : 1;
            _isDue = true;
            return;
        }

        // Where the second has no such request either, the first said more.
        var reported = _firstResult is not null && result.Kind == VersionResultKind.NoEndpoint ? _firstResult : result;
        var message = AccountCheckMessages.FormatResult(reported, account, _settings.Current.Command, _resource);
        var isV1Unavailable = _firstResult?.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan && reported.ApiVersion == 2;
        _log.Write(AccountCheckMessages.Level(reported.Kind), isV1Unavailable ? Phrase.Join(message, new Phrase("check.v1_not_enabled")) : message);
    }

    // As the removals do: v2 is in the plans that v1 is not in, and may be there where v1 has ended.
    private bool CanTryOtherApi(VersionResult result) =>
        _settings.Current.Api == ApiMode.Auto
        && (result.Kind == VersionResultKind.NoEndpoint
            || (result.ApiVersion == 1 && result.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan));
}
