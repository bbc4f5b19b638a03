using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Checks the account with the CAD's version request: at the start, after a reload, and when an account turns up later.
/// It only reports; a removal that the CAD refuses stops sending. Removals go first, and the check counts against the limit.
/// </summary>
internal sealed class AccountCheck(
    AccountProvider accounts, SettingsMonitor settings, EndpointSelector endpoints,
    AccountCheckClient client, AccountCheckLogger logger, IClock clock) : ITickable
{
    // The first players' removals must not wait for the check.
    private static readonly TimeSpan StartDelay = TimeSpan.FromSeconds(1);

    private bool _isDue;
    private TimeSpan _notBefore;
    private int _checkNumber;
    private ApiVersion _apiVersion;
    private VersionResult? _firstResult;

    public bool NeedsTick => _isDue;

    /// <summary>Schedules a check if there is an account and <c>startupCheck</c> is on; returns whether it did.</summary>
    public bool Schedule()
    {
        // The response to an earlier check may be about another account: ignore it.
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
            // A removal was faster, and its requester has been told that the account does not work.
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

    // As for removals: v2 is in plans that lack v1, and may outlive it.
    private bool CanTryOtherApi(VersionResult result) =>
        settings.Current.Api == ApiMode.Auto
        && (result.Kind == VersionResultKind.NoEndpoint
            || (result.ApiVersion == ApiVersion.V1 && result.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan));
}
