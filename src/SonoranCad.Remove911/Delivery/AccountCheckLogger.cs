using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells the owner in one line what came of the account check.</summary>
internal sealed class AccountCheckLogger(SettingsMonitor settings, ResourceInfo resource, ILog log)
{
    /// <param name="account">The account that was checked.</param>
    /// <param name="result">The last result.</param>
    /// <param name="firstResult">The result on the API version that was asked before, if two were asked.</param>
    public void Log(CadAccount account, VersionResult result, VersionResult? firstResult)
    {
        // If the second version has no such request either, the first said more.
        var reported = firstResult is not null && result.Kind == VersionResultKind.NoEndpoint ? firstResult : result;
        var message = AccountCheckMessages.FormatResult(reported, account, settings.Current.Command, resource.Name);
        var isV1Unavailable = firstResult?.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan && reported.ApiVersion == ApiVersion.V2;
        log.Write(
            AccountCheckMessages.Level(reported.Kind),
            isV1Unavailable ? Phrase.Join(message, new Phrase("check.v1_not_enabled")) : message);
    }
}
