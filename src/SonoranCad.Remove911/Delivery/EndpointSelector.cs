namespace SonoranCad.Remove911.Delivery;

/// <summary>Finds the endpoint that works: moves on if the CAD says that one does not exist, and remembers what has worked across restarts.</summary>
internal sealed class EndpointSelector(IReadOnlyList<RemovalEndpoint> endpoints, DeliveryStore store, ILog log)
{
    private const string StoreKey = "endpoint";

    // One odd response must not discard an endpoint that has worked: the CAD's proxy says the same in an outage.
    private const int MissesBeforeFailover = 3;

    // The endpoints that the CAD says do not exist: probes of an open circuit may reach one of them twice.
    private readonly HashSet<int> _missing = new();

    private IReadOnlyList<RemovalEndpoint> _endpoints = endpoints;
    private int _current;
    private int _missesInARow;
    private bool _isExhausted;
    private CadAccount? _verifiedFor;
    private string? _workingName;
    private CadAccount? _workedFor;
    private CadAccount? _accountWithoutV1;

    public RemovalEndpoint Current => _endpoints[_current];
    public bool HasWorked { get; private set; }

    /// <summary>Whether a removal waits until API v1 has proved that it is the CAD's.</summary>
    public bool IsVerificationRequested { get; private set; }

    // Null if it worked under another "api" setting, which says nothing about the endpoints allowed now.
    private RemovalEndpoint? LastWorking => _endpoints.FirstOrDefault(endpoint => endpoint.Name == _workingName);

    /// <summary>Whether the account may use the current endpoint: beside v2, v1 has to answer a version request first.</summary>
    public bool IsUsable(CadAccount account) =>
        Current.ApiVersion == ApiVersion.V2 || _endpoints.All(endpoint => endpoint.ApiVersion == ApiVersion.V1) || account.Equals(_verifiedFor);

    public void RequestVerification() => IsVerificationRequested = true;

    /// <summary>Ends the wait for the verification; <paramref name="account"/> is null if it did not succeed.</summary>
    public void EndVerification(CadAccount? account)
    {
        IsVerificationRequested = false;
        _verifiedFor = account ?? _verifiedFor;
    }

    public void Restore()
    {
        _workingName = store.Restore(StoreKey);
        TrySelect(endpoint => endpoint.Name == _workingName);
    }

    /// <summary>Replaces the endpoints; the current one stays in use if it is among them.</summary>
    public void Reconfigure(IReadOnlyList<RemovalEndpoint> endpoints)
    {
        var (current, hadWorked) = (Current.Name, HasWorked);
        _endpoints = endpoints;
        _missing.Clear();
        _isExhausted = false;
        Select(0);
        TrySelect(endpoint => endpoint.Name == current);
        HasWorked = hadWorked && Current.Name == current;
    }

    public void MarkWorking(RemovalEndpoint endpoint, CadAccount account)
    {
        if (!ReferenceEquals(endpoint, Current))
            return;

        _workedFor = account;
        _missing.Clear();
        _missesInARow = 0;
        _isExhausted = false;
        if (HasWorked)
            return;

        HasWorked = true;
        _accountWithoutV1 = null;
        var old = (LastWorking ?? _endpoints[0]).Name;
        if (endpoint.Name != old)
            log.Write(LogLevel.Info, new Phrase("log.other_endpoint").With("old", old).With("new", endpoint.Name));

        _workingName = endpoint.Name;
        store.Set(StoreKey, endpoint.Name);
    }

    /// <summary>Switches to v2, if allowed, after "API is not enabled": that is about v1, which needs a paid plan.</summary>
    public bool TryOtherApiVersion(RemovalEndpoint endpoint, CadAccount account)
    {
        var isLate = !ReferenceEquals(endpoint, Current);
        if (isLate || !TrySkipApiVersion())
            return isLate;

        _accountWithoutV1 = account;
        return true;
    }

    /// <summary>Moves on to the other API version, if it follows the current endpoint.</summary>
    public bool TrySkipApiVersion()
    {
        var skipped = _endpoints.Skip(_current).TakeWhile(endpoint => endpoint.ApiVersion == Current.ApiVersion).Count();
        if (_current + skipped == _endpoints.Count)
            return false;

        _missing.UnionWith(Enumerable.Range(_current, skipped));
        Select(_current + skipped);
        return true;
    }

    /// <summary>Goes back to the endpoint that has worked for the account, if the response came from another one.</summary>
    public bool TryReturnToWorking(RemovalEndpoint endpoint, CadAccount account) =>
        // What worked before the restart worked for the account, as far as anyone knows.
        LastWorking is { } working && working.Name != endpoint.Name && (_workedFor ?? account).Equals(account) && TrySelect(candidate => candidate == working);

    /// <summary>Selects the first endpoint of the other API version, if there is one: of two, one may be back before the other.</summary>
    public void AlternateVersion() => TrySelect(endpoint => endpoint.ApiVersion != Current.ApiVersion);

    /// <summary>Handles a response that there is no such endpoint; returns what to do, and why the calls fail if none is left to try.</summary>
    public (MissingStep Step, RemovalError Error) MarkMissing(RemovalEndpoint endpoint, CadAccount account, RemovalError error)
    {
        if (_accountWithoutV1 is not null && !_accountWithoutV1.Equals(account))
        {
            // The owner has replaced the account that has no v1; this one may have it.
            _accountWithoutV1 = null;
            _missing.Clear();
        }

        var isV1Disabled = _accountWithoutV1 is not null;
        var step = !ReferenceEquals(endpoint, Current) ? MissingStep.Switched
            : HasWorked && ++_missesInARow < MissesBeforeFailover ? MissingStep.RetrySame
            : MoveToNext();
        if (step == MissingStep.Exhausted)
        {
            _accountWithoutV1 = null;

            // An endpoint that has worked will work again: this is an outage, unless it is v1 and the account has no v1.
            var isOutage = LastWorking is { } working && !(isV1Disabled && working.ApiVersion == ApiVersion.V1);
            step = isOutage && TrySelect(candidate => candidate.Name == _workingName) ? MissingStep.RetrySame : step;
        }

        return (step, isV1Disabled ? CadErrors.ApiNotEnabled : error);
    }

    // Once all of them were missing, each response counts on its own: the next endpoint is for the next probe.
    private MissingStep MoveToNext()
    {
        _missing.Add(_current);
        _isExhausted |= _missing.Count >= _endpoints.Count;
        Select((_current + 1) % _endpoints.Count);
        if (!_isExhausted)
            return MissingStep.Switched;

        _missing.Clear();
        return MissingStep.Exhausted;
    }

    private bool TrySelect(Predicate<RemovalEndpoint> predicate)
    {
        var index = _endpoints.ToList().FindIndex(predicate);
        if (index >= 0 && index != _current)
            Select(index);

        return index >= 0;
    }

    private void Select(int index)
    {
        _current = index;
        _missesInARow = 0;
        HasWorked = false;
    }
}
