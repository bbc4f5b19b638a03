namespace SonoranCad.Remove911.Delivery;

/// <summary>Logs the result of the account check in one line: that the account works, or exactly what to fix.</summary>
internal sealed class AccountCheckLogger(SettingsMonitor settings, ILog log)
{
    /// <summary>Logs the result; <paramref name="firstResult"/> is that of the API version tried before, if any.</summary>
    public void Log(CadAccount account, VersionResult result, VersionResult? firstResult)
    {
        // If the second API version has no such request either, the first result says more.
        var reported = firstResult is not null && result.Error?.Kind == RemovalErrorKind.EndpointNotFound ? firstResult : result;
        var message = Format(reported, account);
        if (firstResult is { IsV1Unavailable: true } && reported.ApiVersion == ApiVersion.V2)
            message = Phrase.Join(message, new Phrase("check.v1_not_enabled"));

        log.Write(Level(reported), message);
    }

    // Error if the owner must fix something, Warn if the account may work all the same, Info if it works.
    private static LogLevel Level(VersionResult result) => result.Error?.Kind switch
    {
        null => result.LacksV1 ? LogLevel.Error : LogLevel.Info,
        RemovalErrorKind.Intercepted or RemovalErrorKind.EndpointNotFound or RemovalErrorKind.RateLimited or RemovalErrorKind.ServerError
            or RemovalErrorKind.Rejected or RemovalErrorKind.UnexpectedResponse => LogLevel.Warn,
        _ => LogLevel.Error,
    };

    private Phrase Format(VersionResult result, CadAccount account) => Sentence(result)
        .With("community", TextSanitizer.Clean(account.CommunityId, TextSanitizer.MaxNameLength))
        .With("host", TextSanitizer.Clean(new Uri(account.ApiUrl).Host, TextSanitizer.MaxCadTextLength))
        .With("plan", result.Plan).With("status", result.Status).With("words", result.Error?.CadMessage ?? string.Empty)
        .With("command", settings.Current.Command)
        .With("key_convar", AccountResolver.KeyConvar).With("community_convar", AccountResolver.CommunityConvar);

    private static Phrase Sentence(VersionResult result) => result.Error?.Kind switch
    {
        null when result.LacksV1 => new Phrase("check.not_in_plan"),
        null => new Phrase(result.ApiVersion == ApiVersion.V1 ? "check.accepted_v1" : "check.accepted_v2"),
        RemovalErrorKind.ApiNotEnabled => new Phrase("check.not_enabled"),
        RemovalErrorKind.InvalidCommunity => new Phrase("check.community_unknown"),
        RemovalErrorKind.InvalidApiKey or RemovalErrorKind.Unauthorized =>
            new Phrase(result.ApiVersion == ApiVersion.V1 ? "check.key_refused" : "check.key_refused_v2"),
        RemovalErrorKind.Forbidden => new Phrase("check.forbidden"),
        RemovalErrorKind.Intercepted => new Phrase("check.firewall"),
        RemovalErrorKind.EndpointNotFound => new Phrase("check.no_endpoint"),
        RemovalErrorKind.NoConnection or RemovalErrorKind.NoResponse => new Phrase("check.unreachable"),
        RemovalErrorKind.NotSent => new Phrase("check.not_sent"),
        RemovalErrorKind.RateLimited or RemovalErrorKind.ServerError => new Phrase("check.trouble"),
        RemovalErrorKind.Redirected => new Phrase("check.redirected"),
        RemovalErrorKind.Rejected => new Phrase(result.Error.CadMessage.Length > 0 ? "check.rejected" : "check.rejected_silently"),
        _ => new Phrase("check.unreadable"),
    };
}
