namespace SonoranCad.Remove911.Delivery;

/// <summary>Decides from the response to a version request whether removals may use API v1.</summary>
internal sealed class V1Verifier(EndpointSelector endpoints, RetryHandler retryHandler, IClock clock)
{
    public void OnChecked(CadAccount account, VersionResult result)
    {
        if (result.ApiVersion != ApiVersion.V1)
        {
            return;
        }

        switch (result.Kind)
        {
            case VersionResultKind.Accepted or VersionResultKind.NotInPlan or VersionResultKind.NotEnabled:
            case VersionResultKind.UnknownCommunity or VersionResultKind.InvalidKey or VersionResultKind.Forbidden:
                // Only the CAD says that. If it is an error, the removal gets the same answer.
                endpoints.EndVerification(account);
                break;
            case VersionResultKind.Unreachable or VersionResultKind.NotSent or VersionResultKind.TemporaryError or VersionResultKind.Intercepted:
                RetryLater(result);
                break;
            default:
                SkipV1(account, result);
                break;
        }
    }

    private void RetryLater(VersionResult result)
    {
        if (endpoints.IsVerificationRequested)
        {
            endpoints.EndVerification(null);
            retryHandler.HandleCheckFailure(result.Error!, clock.Elapsed);
            if (retryHandler.IsCircuitOpen)
            {
                endpoints.AlternateVersion();
            }
        }
    }

    private void SkipV1(CadAccount account, VersionResult result)
    {
        endpoints.EndVerification(null);
        if (endpoints.Current.ApiVersion == ApiVersion.V1 && !endpoints.IsUsable(account))
        {
            endpoints.TrySkipApiVersion();
        }
    }
}
