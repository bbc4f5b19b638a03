using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Which endpoint is in use. It starts with the first, goes on to the next where the CAD says that there is none, and keeps
/// the one that works.
/// </summary>
internal sealed class EndpointSelector(IReadOnlyList<IRemovalEndpoint> endpoints)
{
    // An endpoint that has worked is not given up for one odd answer: the CAD's proxy says the same in an outage.
    private const int MissesBeforeFailover = 3;

    private IReadOnlyList<IRemovalEndpoint> _endpoints = endpoints;
    private int _current;
    private int _missingCount;
    private int _missesInARow;

    public IRemovalEndpoint Current => _endpoints[_current];

    /// <summary>The one to start with where none is known to work.</summary>
    public IRemovalEndpoint First => _endpoints[0];

    /// <summary>Whether the current endpoint has worked.</summary>
    public bool HasWorked { get; private set; }

    /// <summary>The endpoint of that name, or null.</summary>
    public IRemovalEndpoint? Find(string? name) => _endpoints.FirstOrDefault(endpoint => endpoint.Name == name);

    /// <summary>Forgets which endpoints were missing, and goes on with the current one.</summary>
    public void ResetMissing() => _missingCount = 0;

    /// <summary>Takes other endpoints from now on; the current one stays in use where it is among them.</summary>
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

    /// <summary>Starts with the endpoint that worked before the restart, where it still is among those to use.</summary>
    public void SelectByName(string? name)
    {
        for (var i = 0; i < _endpoints.Count; i++)
        {
            if (_endpoints[i].Name == name)
            {
                _current = i;
            }
        }
    }

    /// <summary>The current endpoint has worked; true where that is news.</summary>
    public bool MarkWorking()
    {
        var isFirstSuccess = !HasWorked;
        HasWorked = true;
        _missingCount = 0;
        _missesInARow = 0;
        return isFirstSuccess;
    }

    /// <summary><paramref name="endpoint"/> is not there, says the CAD.</summary>
    public MissingStep MarkMissing(IRemovalEndpoint endpoint)
    {
        if (!ReferenceEquals(endpoint, Current))
        {
            // A late answer about one that is left already.
            return MissingStep.Switched;
        }

        if (HasWorked && ++_missesInARow < MissesBeforeFailover)
        {
            return MissingStep.RetrySame;
        }

        return MoveToNext();
    }

    /// <summary>Goes on to the first endpoint of the other generation; false where there is none after the current one.</summary>
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
