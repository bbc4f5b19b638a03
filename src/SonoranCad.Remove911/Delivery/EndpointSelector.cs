using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Starts with the first endpoint, moves on if the CAD says that it does not exist, and keeps the one that works.</summary>
internal sealed class EndpointSelector(IReadOnlyList<RemovalEndpoint> endpoints)
{
    // One odd response must not discard an endpoint that has worked: the CAD's proxy says the same in an outage.
    private const int MissesBeforeFailover = 3;

    // The endpoints that the CAD says do not exist: probes of an open circuit may come by one of them twice.
    private readonly HashSet<int> _missing = new();

    private IReadOnlyList<RemovalEndpoint> _endpoints = endpoints;
    private int _current;
    private int _missesInARow;
    private bool _isExhausted;
    private CadAccount? _verifiedFor;

    public RemovalEndpoint Current => _endpoints[_current];

    public RemovalEndpoint First => _endpoints[0];

    /// <summary>Whether the current endpoint has worked.</summary>
    public bool HasWorked { get; private set; }

    /// <summary>Whether a removal waits until API v1 has proved that it is the CAD's.</summary>
    public bool IsVerificationRequested { get; private set; }

    /// <summary>
    /// Whether the current endpoint may be used for the account. If both API versions are allowed, v1 has to answer a version
    /// request first: its removals say nothing that another service could not say too.
    /// </summary>
    public bool IsUsable(CadAccount account) =>
        Current.ApiVersion == ApiVersion.V2 || _endpoints.All(endpoint => endpoint.ApiVersion == ApiVersion.V1) || account.Equals(_verifiedFor);

    public void RequestVerification() => IsVerificationRequested = true;

    /// <summary>Ends the wait for the verification; <paramref name="account"/> is null if it did not succeed.</summary>
    public void EndVerification(CadAccount? account)
    {
        IsVerificationRequested = false;
        _verifiedFor = account ?? _verifiedFor;
    }

    public RemovalEndpoint? Find(string? name) => _endpoints.FirstOrDefault(endpoint => endpoint.Name == name);

    /// <summary>Forgets which endpoints were missing; the current one stays in use.</summary>
    public void ResetMissing() => _missing.Clear();

    /// <summary>Replaces the endpoints; the current one stays in use if it is among them.</summary>
    public void Reconfigure(IReadOnlyList<RemovalEndpoint> endpoints)
    {
        var current = Current.Name;
        var hadWorked = HasWorked;
        _endpoints = endpoints;
        _missing.Clear();
        _isExhausted = false;
        Select(0);
        SelectByName(current);
        HasWorked = hadWorked && Current.Name == current;
    }

    /// <summary>Selects the endpoint of that name, if there is one.</summary>
    public void SelectByName(string? name) => TrySelect(endpoint => endpoint.Name == name);

    /// <summary>Selects the first endpoint of the other API version, if there is one.</summary>
    public bool TrySelectOtherVersion()
    {
        var version = Current.ApiVersion;
        return TrySelect(endpoint => endpoint.ApiVersion != version);
    }

    /// <summary>Notes that the current endpoint has worked; returns whether this is its first success.</summary>
    public bool MarkWorking()
    {
        var isFirstSuccess = !HasWorked;
        HasWorked = true;
        _missing.Clear();
        _missesInARow = 0;
        _isExhausted = false;
        return isFirstSuccess;
    }

    /// <summary>Handles a response that <paramref name="endpoint"/> does not exist.</summary>
    public MissingStep MarkMissing(RemovalEndpoint endpoint)
    {
        if (!ReferenceEquals(endpoint, Current))
        {
            // A late response: another endpoint is in use already.
            return MissingStep.Switched;
        }

        return HasWorked && ++_missesInARow < MissesBeforeFailover ? MissingStep.RetrySame : MoveToNext();
    }

    /// <summary>Moves on to the other API version, if it follows the current endpoint.</summary>
    public bool TryOtherApiVersion(RemovalEndpoint endpoint)
    {
        if (!ReferenceEquals(endpoint, Current))
        {
            return true;
        }

        for (var i = _current + 1; i < _endpoints.Count; i++)
        {
            if (_endpoints[i].ApiVersion != endpoint.ApiVersion)
            {
                _missing.UnionWith(Enumerable.Range(_current, i - _current));
                Select(i);
                return true;
            }
        }

        return false;
    }

    // Once all of them were missing, each response decides by itself: the next endpoint is for the next probe.
    private MissingStep MoveToNext()
    {
        _missing.Add(_current);
        _isExhausted |= _missing.Count >= _endpoints.Count;
        Select((_current + 1) % _endpoints.Count);
        if (!_isExhausted)
        {
            return MissingStep.Switched;
        }

        _missing.Clear();
        return MissingStep.Exhausted;
    }

    private bool TrySelect(Predicate<RemovalEndpoint> predicate)
    {
        var index = _endpoints.ToList().FindIndex(predicate);
        if (index >= 0 && index != _current)
        {
            Select(index);
        }

        return index >= 0;
    }

    private void Select(int index)
    {
        _current = index;
        _missesInARow = 0;
        HasWorked = false;
    }
}
