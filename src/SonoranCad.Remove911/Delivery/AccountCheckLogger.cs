using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Logs the result of the account check in one line: that the account works, or exactly what to fix.</summary>
internal sealed class AccountCheckLogger(SettingsMonitor settings, ResourceInfo resource, ILog log)
{
    /// <summary>Logs the result; <paramref name="firstResult"/> is that of the API version tried before, if any.</summary>
    public void Log(CadAccount account, VersionResult result, VersionResult? firstResult)
    {
        // If the second API version has no such request either, the first result says more.
        var reported = firstResult is not null && result.Kind == VersionResultKind.NoEndpoint ? firstResult : result;
        var message = Format(reported, account);
        if (firstResult?.Kind is VersionResultKind.NotEnabled or VersionResultKind.NotInPlan && reported.ApiVersion == ApiVersion.V2)
        {
            message = Phrase.Join(message, new Phrase("check.v1_not_enabled"));
        }

        log.Write(Level(reported.Kind), message);
    }

    // Error if the owner must fix something, Warn if the account may work all the same, Info if it works.
    private static LogLevel Level(VersionResultKind kind) => kind switch
    {
        VersionResultKind.Accepted => LogLevel.Info,
        VersionResultKind.Intercepted or VersionResultKind.NoEndpoint or VersionResultKind.TemporaryError
            or VersionResultKind.Rejected or VersionResultKind.Unreadable => LogLevel.Warn,
        _ => LogLevel.Error,
    };

    private Phrase Format(VersionResult result, CadAccount account) => Sentence(result)
        .With("community", TextSanitizer.Clean(account.CommunityId, TextSanitizer.MaxNameLength))
        .With("host", TextSanitizer.Clean(new Uri(account.ApiUrl).Host, TextSanitizer.MaxCadTextLength))
        .With("plan", result.Plan)
        .With("status", result.Status)
        .With("words", result.CadMessage)
        .With("command", settings.Current.Command)
        .With("folder", resource.Name)
        .With("key_convar", AccountResolver.KeyConvar)
        .With("community_convar", AccountResolver.CommunityConvar);

    private static Phrase Sentence(VersionResult result) => result.Kind switch
    {
        VersionResultKind.Accepted => result.ApiVersion == ApiVersion.V1 ? new Phrase("check.accepted_v1") : new Phrase("check.accepted_v2"),
        VersionResultKind.NotInPlan => new Phrase("check.not_in_plan"),
        VersionResultKind.NotEnabled => new Phrase("check.not_enabled"),
        VersionResultKind.UnknownCommunity => new Phrase("check.community_unknown"),
        VersionResultKind.InvalidKey => result.ApiVersion == ApiVersion.V1 ? new Phrase("check.key_refused") : new Phrase("check.key_refused_v2"),
        VersionResultKind.Forbidden => new Phrase("check.forbidden"),
        VersionResultKind.Intercepted => new Phrase("check.firewall"),
        VersionResultKind.NoEndpoint => new Phrase("check.no_endpoint"),
        VersionResultKind.Unreachable => new Phrase("check.unreachable"),
        VersionResultKind.NotSent => new Phrase("check.not_sent"),
        VersionResultKind.TemporaryError => new Phrase("check.trouble"),
        VersionResultKind.Redirected => new Phrase("check.redirected"),
        VersionResultKind.Rejected when result.CadMessage.Length > 0 => new Phrase("check.rejected"),
        VersionResultKind.Rejected => new Phrase("check.rejected_silently"),
        _ => new Phrase("check.unreadable"),
    };
}
