using System;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Checks the account with the CAD's version request: at the start, after a reload, and when an account is found only later.
/// It reports and decides nothing: whether sending stops is for the first removal to find out. Removals go first, and the
/// request counts against the CAD's limit like any other.
/// </summary>
internal sealed class AccountCheck(
    AccountProvider accounts, SettingsMonitor settings, EndpointSelector endpoints, AccountCheckClient client, AccountCheckLogger logger, IClock clock) : ITickable
{
    // What the first players ask for must not wait because of the check.
    private static readonly TimeSpan StartDelay = TimeSpan.FromSeconds(1);

    private bool _isDue;
    private TimeSpan _notBefore;
    private int _checkNumber;
    private ApiVersion _apiVersion;
    private VersionResult? _firstResult;

    public bool NeedsTick => _isDue;

    /// <summary>Schedules a check, if there is an account and the owner wants it checked.</summary>
    /// <returns>Whether it was scheduled.</returns>
    public bool Schedule()
    {
        // A response to an earlier check may be about another account.
        _checkNumber++;
        _firstResult = null;
        _isDue = settings.Current.StartupCheck && accounts.IsReady;
        if (_isDue)
        {
            _apiVersion = endpoints.Current.ApiVersion;
            _notBefore = clock.Elapsed + StartDelay;
        }

        return _isDue;
    }

    public void Tick(TimeSpan now)
    {
        if (!_isDue || now < _notBefore)
        {
            return;
        }

        if (!accounts.IsReady || accounts.GetCurrent(out _) is not { } account)
        {
            // A removal was quicker, and its requester was told that the account does not work.
            _isDue = false;
        }
        else if (client.MaySend(_apiVersion, now))
        {
            _isDue = false;
            Send(account);
        }
    }

    private void Send(CadAccount account)
    {
        var checkNumber = _checkNumber;
        client.Send(_apiVersion, account, result =>
        {
            if (checkNumber == _checkNumber)
            {
                HandleResult(account, result);
            }
        });
    }

    private void HandleResult(CadAccount account, VersionResult result)
    {
        if (_firstResult is null && CanTryOtherApi(result))
        {
            _firstResult = result;
            _apiVersion = result.ApiVersion == ApiVersion.V1 ? ApiVersion.V2 : ApiVersion.V1;
            _isDue = true;
            return;
        }

        logger.Log(account, result, _firstResult);
    }

    // As for removals: v2 is in the plans that v1 is not in, and may be there when v1 has ended.
    private bool CanTryOtherApi(VersionResult result) =>
        settings.Current.Api == ApiMode.Auto
        && (result.Kind == VersionResultKind.NoEndpoint
            || (result.ApiVersion == ApiVersion.V1 && result.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan));
}
