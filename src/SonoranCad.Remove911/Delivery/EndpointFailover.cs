using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// Finds the endpoint that works, says in one line when another one is in use, and remembers it over restarts.
/// </summary>
internal sealed class EndpointFailover(EndpointSelector selector, DeliveryStore store, ILog log)
{
    private const string StoreKey = "endpoint";

    private string? _workingName;
    private CadAccount? _accountWithoutV1;

    // What worked under another setting of «api» says nothing of the endpoints that are allowed now.
    private IRemovalEndpoint? LastWorking => selector.Find(_workingName);

    /// <summary>Starts with the endpoint that worked before the restart.</summary>
    public void Restore()
    {
        _workingName = store.Get(StoreKey);
        selector.SelectByName(_workingName);
    }

    /// <summary>The endpoint has cleared a call.</summary>
    public void MarkWorking(IRemovalEndpoint endpoint)
    {
        if (!ReferenceEquals(endpoint, selector.Current) || !selector.MarkWorking())
        {
            return;
        }

        _accountWithoutV1 = null;
        var old = (LastWorking ?? selector.First).Name;
        if (endpoint.Name != old)
        {
            log.Write(LogLevel.Info, new Phrase("log.other_endpoint").With("old", old).With("new", endpoint.Name));
        }

        if (endpoint.Name != _workingName)
        {
            _workingName = endpoint.Name;
            store.Set(StoreKey, endpoint.Name);
        }
    }

    /// <summary>«API is not enabled» is about API v1, which needs a paid plan: goes on with v2 where it may be used.</summary>
    public bool TryOtherApiVersion(IRemovalEndpoint endpoint, CadAccount account)
    {
        var isCurrent = ReferenceEquals(endpoint, selector.Current);
        if (!selector.TryOtherApiVersion(endpoint))
        {
            return false;
        }

        _accountWithoutV1 = isCurrent ? account : _accountWithoutV1;
        return true;
    }

    /// <summary>The CAD says that there is no such endpoint.</summary>
    /// <param name="endpoint">The one that was asked.</param>
    /// <param name="account">For whom.</param>
    /// <param name="error">How the answer reads.</param>
    public FailoverResult MarkMissing(IRemovalEndpoint endpoint, CadAccount account, RemovalError error)
    {
        if (_accountWithoutV1 is not null && !_accountWithoutV1.Equals(account))
        {
            // What the CAD said of another account, which the owner has replaced, says nothing of this one.
            _accountWithoutV1 = null;
            selector.ResetMissing();
        }

        var isV1Disabled = _accountWithoutV1 is not null;
        var finalError = isV1Disabled ? CadErrors.ApiNotEnabled : error;
        var step = selector.MarkMissing(endpoint);
        if (step != MissingStep.Exhausted)
        {
            return new FailoverResult(step, finalError);
        }

        _accountWithoutV1 = null;

        // What has worked once will again: then this is an outage, and the removals are kept. Where it was v1, and v1 is off
        // now, it will not.
        var isOutage = LastWorking is not null && !(isV1Disabled && LastWorking.ApiVersion == ApiVersion.V1);
        return new FailoverResult(isOutage ? MissingStep.RetrySame : step, finalError);
    }
}
