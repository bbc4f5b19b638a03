namespace SonoranCad.Remove911.Delivery;

/// <summary>Checks the account with the CAD's version request: at startup, after a reload, and when an account is found.</summary>
internal sealed class AccountCheck(
    AccountProvider accounts, SettingsMonitor settings, EndpointSelector endpoints,
    AccountCheckClient client, AccountCheckLogger logger, IClock clock) : ITickable
{
    // The first players' removals must not wait for the check.
    private static readonly TimeSpan StartDelay = TimeSpan.FromSeconds(1);

    private bool _isDue;
    private bool _isInFlight;
    private bool _isQuiet;
    private TimeSpan _notBefore;
    private int _checkNumber;
    private ApiVersion _apiVersion;
    private VersionResult? _firstResult;

    /// <summary>Raised with each result, also of a check that nobody reads.</summary>
    public event Action<CadAccount, VersionResult>? Checked;

    /// <summary>Why the CAD refused the account in the latest check; null if it did not.</summary>
    public RemovalError? Refusal { get; private set; }

    public bool NeedsTick => _isDue || (endpoints.IsVerificationRequested && !_isInFlight);

    /// <summary>Schedules a check if there is an account and <c>startupCheck</c> is on; returns whether it did.</summary>
    public bool Schedule()
    {
        Restart(isQuiet: false, endpoints.Current.ApiVersion);
        Refusal = null;
        _notBefore = clock.Elapsed + StartDelay;
        _isDue = settings.Current.StartupCheck && accounts.IsReady;
        return _isDue;
    }

    public void Tick(TimeSpan now)
    {
        // Removals wait for API v1 to be verified: a check that is due anyway goes out at once, or else one of its own.
        if (endpoints.IsVerificationRequested && !_isInFlight)
        {
            if (!_isDue)
                Restart(isQuiet: true, ApiVersion.V1);

            _notBefore = now;
        }

        // If the account is gone by now, a removal has found that out, and its requester knows that the account does not work.
        var account = accounts.Account;
        if (_isDue && now >= _notBefore && (account is null || client.MaySend(_apiVersion, now)))
        {
            _isDue = false;
            if (account is not null)
                Send(account);
        }
    }

    // The response to an earlier check may be about another account: ignore it.
    private void Restart(bool isQuiet, ApiVersion apiVersion)
    {
        _isDue = true;
        _checkNumber++;
        _firstResult = null;
        _isQuiet = isQuiet;
        _apiVersion = apiVersion;
    }

    private void Send(CadAccount account)
    {
        var checkNumber = _checkNumber;
        _isInFlight = true;
        client.Send(_apiVersion, account, result =>
        {
            _isInFlight = false;
            if (checkNumber != _checkNumber)
                return;

            Checked?.Invoke(account, result);
            if (!_isQuiet)
                HandleResult(account, result);
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

        Refusal = result.IsRefusal ? result.Error : null;
        logger.Log(account, result, _firstResult);
    }

    // As for removals: v2 is in plans that lack v1, and may outlive it.
    private bool CanTryOtherApi(VersionResult result) =>
        settings.Current.Api == ApiMode.Auto
        && (result.IsV1Unavailable || result.Error?.Kind == RemovalErrorKind.EndpointNotFound);
}
