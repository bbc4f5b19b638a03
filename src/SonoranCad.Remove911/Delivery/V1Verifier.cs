namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides from the response to a version request whether removals may use API v1.</summary>
internal sealed class V1Verifier(EndpointSelector endpoints, RetryHandler retryHandler, IClock clock)
{
    public void OnChecked(CadAccount account, VersionResult result)
    {
        if (result.ApiVersion != ApiVersion.V1)
            return;

        // Only the CAD accepts or refuses an account. If it refuses, the removal gets the same answer.
        if (result.Error is null || result.IsRefusal)
            endpoints.EndVerification(account);
        else if (IsTemporary(result.Error))
            RetryLater(result.Error);
        else
            SkipV1(account);
    }

    private static bool IsTemporary(RemovalError error) => error.Kind is RemovalErrorKind.NoConnection
        or RemovalErrorKind.NoResponse or RemovalErrorKind.NotSent or RemovalErrorKind.RateLimited
        or RemovalErrorKind.ServerError or RemovalErrorKind.Intercepted;

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
