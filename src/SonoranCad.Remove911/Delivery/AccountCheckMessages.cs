using SonoranCad.Remove911.Cad;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells the owner that the account works, or exactly what to fix.</summary>
internal static class AccountCheckMessages
{
    /// <summary>Error if the owner must fix something, Warn if the account may work all the same, Info if it works.</summary>
    public static LogLevel Level(VersionResultKind kind) => kind switch
    {
        VersionResultKind.Accepted => LogLevel.Info,
        VersionResultKind.Intercepted or VersionResultKind.NoEndpoint or VersionResultKind.TemporaryError
            or VersionResultKind.Rejected or VersionResultKind.Unreadable => LogLevel.Warn,
        _ => LogLevel.Error,
    };

    public static Phrase FormatResult(VersionResult result, CadAccount account, string command, string folder) => Sentence(result)
        .With("community", TextSanitizer.Clean(account.CommunityId, TextSanitizer.MaxNameLength))
        .With("host", TextSanitizer.Clean(new Uri(account.ApiUrl).Host, TextSanitizer.MaxCadTextLength))
        .With("plan", result.Plan)
        .With("status", result.Status)
        .With("words", result.CadMessage)
        .With("command", command)
        .With("folder", folder)
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
