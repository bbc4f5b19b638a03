using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Finds the endpoint that works, logs when it changes, and remembers it across restarts.</summary>
internal sealed class EndpointFailover(EndpointSelector selector, DeliveryStore store, ILog log)
{
    private const string StoreKey = "endpoint";

    private static readonly TimeSpan DeprecationProbeInterval = TimeSpan.FromHours(1);

    private string? _workingName;
    private CadAccount? _workedFor;
    private CadAccount? _accountWithoutV1;
    private TimeSpan _nextDeprecationProbeAt;

    // Null if it worked under another "api" setting, which says nothing about the endpoints allowed now.
    private RemovalEndpoint? LastWorking => selector.Find(_workingName);

    /// <summary>Starts with the endpoint that worked before the restart.</summary>
    public void Restore()
    {
        _workingName = store.Restore(StoreKey);
        selector.SelectByName(_workingName);
    }

    /// <summary>Notes that the endpoint has cleared a call.</summary>
    public void MarkWorking(RemovalEndpoint endpoint, CadAccount account)
    {
        if (!ReferenceEquals(endpoint, selector.Current))
        {
            return;
        }

        _workedFor = account;
        if (!selector.MarkWorking())
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

    /// <summary>Switches to v2, if allowed, after "API is not enabled": that is about v1, which needs a paid plan.</summary>
    public bool TryOtherApiVersion(RemovalEndpoint endpoint, CadAccount account)
    {
        var isCurrent = ReferenceEquals(endpoint, selector.Current);
        if (!selector.TryOtherApiVersion(endpoint))
        {
            return false;
        }

        _accountWithoutV1 = isCurrent ? account : _accountWithoutV1;
        return true;
    }

    /// <summary>
    /// Goes back to the endpoint that has worked for the account, if the response came from another one: an endpoint that has
    /// worked is not lost to one that never has.
    /// </summary>
    public bool TryReturnToWorking(RemovalEndpoint endpoint, CadAccount account)
    {
        if (LastWorking is not { } working || working.Name == endpoint.Name || !HasWorkedFor(account))
        {
            return false;
        }

        selector.SelectByName(working.Name);
        return true;
    }

    /// <summary>The CAD cleared the calls and says that the endpoint will end: the next request looks at the other version.</summary>
    public void MarkDeprecated(RemovalEndpoint endpoint, TimeSpan now)
    {
        if (ReferenceEquals(endpoint, selector.Current) && now >= _nextDeprecationProbeAt)
        {
            _nextDeprecationProbeAt = now + DeprecationProbeInterval;
            selector.TrySelectOtherVersion();
        }
    }

    /// <summary>Lets the probes of an open circuit alternate between the API versions: one may be back before the other.</summary>
    public void AlternateVersion() => selector.TrySelectOtherVersion();

    /// <summary>Handles a response that there is no such endpoint.</summary>
    public FailoverResult MarkMissing(RemovalEndpoint endpoint, CadAccount account, RemovalError error)
    {
        if (_accountWithoutV1 is not null && !_accountWithoutV1.Equals(account))
        {
            // The owner has replaced the account that has no v1; this one may have it.
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

        // An endpoint that has worked will work again, so this is an outage, and the removals are kept. That does not hold
        // for v1 once the account has no v1.
        if (LastWorking is not { } working || (isV1Disabled && working.ApiVersion == ApiVersion.V1))
        {
            return new FailoverResult(step, finalError);
        }

        selector.SelectByName(working.Name);
        return new FailoverResult(MissingStep.RetrySame, finalError);
    }

    // What worked before the restart worked for the account, as far as anyone knows.
    private bool HasWorkedFor(CadAccount account) => _workedFor is null || _workedFor.Equals(account);
}

/// <summary>What to do after a response that there is no such endpoint, and why the calls fail if none is left to try.</summary>
internal readonly record struct FailoverResult(MissingStep Step, RemovalError Error);

/// <summary>What to do after a response that there is no such endpoint.</summary>
internal enum MissingStep
{
    /// <summary>Try the same endpoint again, because it has worked before.</summary>
    RetrySame,

    /// <summary>Another endpoint is in use now.</summary>
    Switched,

    /// <summary>No endpoint is left to try.</summary>
    Exhausted,
}
