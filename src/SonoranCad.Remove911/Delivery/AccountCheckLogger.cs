using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Logs the result of the account check in one line.</summary>
internal sealed class AccountCheckLogger(SettingsMonitor settings, ResourceInfo resource, ILog log)
{
    /// <summary>Logs the result; <paramref name="firstResult"/> is that of the API version tried before, if any.</summary>
    public void Log(CadAccount account, VersionResult result, VersionResult? firstResult)
    {
        // If the second API version has no such request either, the first result says more.
        var reported = firstResult is not null && result.Kind == VersionResultKind.NoEndpoint ? firstResult : result;
        var message = AccountCheckMessages.FormatResult(reported, account, settings.Current.Command, resource.Name);
        if (firstResult?.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan && reported.ApiVersion == ApiVersion.V2)
        {
            message = Phrase.Join(message, new Phrase("check.v1_not_enabled"));
        }

        log.Write(AccountCheckMessages.Level(reported.Kind), message);
    }
}
