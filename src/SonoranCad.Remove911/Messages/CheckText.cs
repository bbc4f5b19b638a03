using System;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Messages;

/// <summary>What the check of the account tells the owner: that all is well, or exactly what to mend.</summary>
internal static class CheckText
{
    /// <summary>The line's level: a fault that the owner must mend, one that passes by itself, or none.</summary>
    public static LogLevel Level(VersionKind kind) => kind switch
    {
        VersionKind.Accepted => LogLevel.Info,
        VersionKind.NoEndpoint or VersionKind.Trouble or VersionKind.Rejected or VersionKind.Unreadable => LogLevel.Warn,
        _ => LogLevel.Error,
    };

    /// <param name="verdict">How the answer reads.</param>
    /// <param name="account">The account that was checked.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="folder">This resource's name.</param>
    public static Phrase Line(VersionVerdict verdict, CadAccount account, string command, string folder) => Sentence(verdict)
        .With("community", SafeText.Clean(account.CommunityId, SafeText.NameLength))
        .With("host", SafeText.Clean(new Uri(account.ApiUrl).Host, SafeText.CadTextLength))
        .With("plan", verdict.Plan)
        .With("status", verdict.Status)
        .With("words", verdict.Words)
        .With("command", command)
        .With("folder", folder)
        .With("key_convar", AccountReader.KeyConvar)
        .With("community_convar", AccountReader.CommunityConvar);

    private static Phrase Sentence(VersionVerdict verdict) => verdict.Kind switch
    {
        VersionKind.Accepted => verdict.Generation == 1 ? new Phrase("check.accepted_v1") : new Phrase("check.accepted_v2"),
        VersionKind.NotInPlan => new Phrase("check.not_in_plan"),
        VersionKind.NotEnabled => new Phrase("check.not_enabled"),
        VersionKind.CommunityUnknown => new Phrase("check.community_unknown"),
        VersionKind.KeyRefused => verdict.Generation == 1 ? new Phrase("check.key_refused") : new Phrase("check.key_refused_v2"),
        VersionKind.Forbidden => new Phrase("check.forbidden"),
        VersionKind.NoEndpoint => new Phrase("check.no_endpoint"),
        VersionKind.Unreachable => new Phrase("check.unreachable"),
        VersionKind.NotSent => new Phrase("check.not_sent"),
        VersionKind.Trouble => new Phrase("check.trouble"),
        VersionKind.Redirected => new Phrase("check.redirected"),
        VersionKind.Rejected when verdict.Words.Length > 0 => new Phrase("check.rejected"),
        VersionKind.Rejected => new Phrase("check.rejected_silently"),
        _ => new Phrase("check.unreadable"),
    };
}
