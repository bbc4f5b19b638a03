using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Finds the endpoint that works, says in one line when another one is in use, and remembers it over restarts.
/// </summary>
internal sealed class EndpointFailover
{
    private const string StoreKey = "endpoint";

    private readonly EndpointSelector _ring;
    private readonly OutboxStore _store;
    private readonly ILog _log;

    private string? _known;
    private CadAccount? _notEnabled;

    public EndpointFailover(EndpointSelector ring, OutboxStore store, ILog log)
    {
        _ring = ring;
        _store = store;
        _log = log;
    }

    // What worked under another setting of «api» says nothing of the endpoints that are allowed now.
    private IRemovalEndpoint? Known => _ring.Find(_known);

    /// <summary>Starts with the endpoint that worked before the restart.</summary>
    public void Restore()
    {
        _known = _store.Get(StoreKey);
        _ring.Recall(_known);
    }

    /// <summary>The endpoint has cleared a call.</summary>
    public void MarkWorking(IRemovalEndpoint endpoint)
    {
        if (!ReferenceEquals(endpoint, _ring.Current) || !_ring.MarkWorking())
        {
            return;
        }

        _notEnabled = null;
        var old = (Known ?? _ring.First).Name;
        if (endpoint.Name != old)
        {
            _log.Write(LogLevel.Info, new Phrase("log.other_endpoint").With("old", old).With("new", endpoint.Name));
        }

        if (endpoint.Name != _known)
        {
            _known = endpoint.Name;
            _store.Set(StoreKey, endpoint.Name);
        }
    }

    /// <summary>«API is not enabled» is about API v1, which needs a paid plan: goes on with v2 where it may be used.</summary>
    public bool TryOtherGeneration(IRemovalEndpoint endpoint, CadAccount account)
    {
        var isCurrent = ReferenceEquals(endpoint, _ring.Current);
        if (!_ring.TryOtherGeneration(endpoint))
        {
            return false;
        }

        _notEnabled = isCurrent ? account : _notEnabled;
        return true;
    }

    /// <summary>The CAD says that there is no such endpoint.</summary>
    /// <param name="endpoint">The one that was asked.</param>
    /// <param name="account">For whom.</param>
    /// <param name="outcome">How the answer reads.</param>
    /// <param name="end">Where none is left to try: why the calls fail.</param>
    public EndpointSelector.Step MarkMissing(IRemovalEndpoint endpoint, CadAccount account, RemovalError outcome, out RemovalError end)
    {
        if (_notEnabled is not null && !_notEnabled.Equals(account))
        {
            // What the CAD said of another account, which the owner has replaced, says nothing of this one.
            _notEnabled = null;
            _ring.StartOver();
        }

        var isV1Out = _notEnabled is not null;
        end = isV1Out ? CadErrors.ApiNotEnabled : outcome;
        var step = _ring.MarkMissing(endpoint);
        if (step != EndpointSelector.Step.Exhausted)
        {
            return step;
        }

        _notEnabled = null;

        // What has worked once will again: then this is an outage, and the removals are kept. Where it was v1, and v1 is off
        // now, it will not.
        return Known is null || (isV1Out && Known.Generation == 1) ? step : EndpointSelector.Step.Doubt;
    }
}
