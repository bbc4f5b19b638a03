namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides from the response to a version request whether removals may use API v1.</summary>
internal sealed class V1Verifier(EndpointSelector endpoints, RetryHandler retryHandler, IClock clock)
{
    public void OnChecked(CadAccount account, VersionResult result)
    {
        if (result.ApiVersion != ApiVersion.V1)
            return;

        if (result.Error is null || result.IsRefusal)
        {
            // Only the CAD says that. If it is an error, the removal gets the same answer.
            endpoints.EndVerification(account);
        }
        else if (result.Error.Kind is RemovalErrorKind.NoConnection or RemovalErrorKind.NoResponse or RemovalErrorKind.NotSent
            or RemovalErrorKind.RateLimited or RemovalErrorKind.ServerError or RemovalErrorKind.Intercepted)
        {
            RetryLater(result.Error);
        }
        else
        {
            SkipV1(account);
        }
    }

    private void RetryLater(RemovalError error)
    {
        if (endpoints.IsVerificationRequested)
        {
            endpoints.EndVerification(null);
            retryHandler.HandleCheckFailure(error, clock.Elapsed);
            if (retryHandler.IsCircuitOpen)
                endpoints.AlternateVersion();
        }
    }

    private void SkipV1(CadAccount account)
    {
        endpoints.EndVerification(null);
        if (endpoints.Current.ApiVersion == ApiVersion.V1 && !endpoints.IsUsable(account))
            endpoints.TrySkipApiVersion();
    }
}
