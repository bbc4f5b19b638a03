using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Starts with the first endpoint, moves on if the CAD says that it does not exist, and keeps the one that works.</summary>
internal sealed class EndpointSelector(IReadOnlyList<IRemovalEndpoint> endpoints)
{
    // One odd response must not discard an endpoint that has worked: the CAD's proxy says the same in an outage.
    private const int MissesBeforeFailover = 3;

    private IReadOnlyList<IRemovalEndpoint> _endpoints = endpoints;
    private int _current;
    private int _missingCount;
    private int _missesInARow;

    public IRemovalEndpoint Current => _endpoints[_current];

    public IRemovalEndpoint First => _endpoints[0];

    /// <summary>Whether the current endpoint has worked.</summary>
    public bool HasWorked { get; private set; }

    public IRemovalEndpoint? Find(string? name) => _endpoints.FirstOrDefault(endpoint => endpoint.Name == name);

    /// <summary>Forgets which endpoints were missing; the current one stays in use.</summary>
    public void ResetMissing() => _missingCount = 0;

    /// <summary>Replaces the endpoints; the current one stays in use if it is among them.</summary>
    public void Reconfigure(IReadOnlyList<IRemovalEndpoint> endpoints)
    {
        var current = Current.Name;
        var hadWorked = HasWorked;
        _endpoints = endpoints;
        _missingCount = 0;
        Select(0);
        SelectByName(current);
        HasWorked = hadWorked && Current.Name == current;
    }

    /// <summary>Selects the endpoint of that name, if there is one.</summary>
    public void SelectByName(string? name)
    {
        var index = _endpoints.ToList().FindIndex(endpoint => endpoint.Name == name);
        _current = index < 0 ? _current : index;
    }

    /// <summary>Notes that the current endpoint has worked; returns whether this is its first success.</summary>
    public bool MarkWorking()
    {
        var isFirstSuccess = !HasWorked;
        HasWorked = true;
        _missingCount = 0;
        _missesInARow = 0;
        return isFirstSuccess;
    }

    /// <summary>Handles a response that <paramref name="endpoint"/> does not exist.</summary>
    public MissingStep MarkMissing(IRemovalEndpoint endpoint)
    {
        if (!ReferenceEquals(endpoint, Current))
        {
            // A late response: another endpoint is in use already.
            return MissingStep.Switched;
        }

        return HasWorked && ++_missesInARow < MissesBeforeFailover ? MissingStep.RetrySame : MoveToNext();
    }

    /// <summary>Selects the first endpoint of the other API version; false if none follows the current endpoint.</summary>
    public bool TryOtherApiVersion(IRemovalEndpoint endpoint)
    {
        if (!ReferenceEquals(endpoint, Current))
        {
            return true;
        }

        for (var i = _current + 1; i < _endpoints.Count; i++)
        {
            if (_endpoints[i].ApiVersion != endpoint.ApiVersion)
            {
                _missingCount += i - _current;
                Select(i);
                return true;
            }
        }

        return false;
    }

    private MissingStep MoveToNext()
    {
        _missingCount++;
        if (_missingCount >= _endpoints.Count)
        {
            _missingCount = 0;
            Select(0);
            return MissingStep.Exhausted;
        }

        Select((_current + 1) % _endpoints.Count);
        return MissingStep.Switched;
    }

    private void Select(int index)
    {
        _current = index;
        _missesInARow = 0;
        HasWorked = false;
    }
}
