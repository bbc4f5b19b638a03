using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Discord;

/// <summary>Words batches for Discord, in the server's language. A license is for the audit file: channels have many readers.</summary>
internal sealed class DiscordEmbedBuilder(Localizer localizer, SecretRedactor secrets)
{
    // The chat's green and amber.
    private const int Green = 0x66BB6A;
    private const int Amber = 0xFFA726;

    // A thousand calls may end in one tick; the audit file has them all.
    private const int MaxCalls = 100;

    /// <param name="group">What has ended.</param>
    /// <param name="endedAt">When, in UTC.</param>
    public DiscordEmbed Build(OutcomeGroup group, DateTime endedAt)
    {
        if (group.Error is not { } error)
        {
            return CreateEmbed(
                Phrase.OfCalls("webhook.cleared_title", group.CallIds),
                Phrase.OfCalls("webhook.cleared", group.CallIds).With("calls", FormatCalls(group.CallIds)).With("requester", FormatRequester(group.Requester)),
                Green,
                endedAt);
        }

        return CreateEmbed(
            Phrase.OfCalls("webhook.not_cleared_title", group.CallIds),
            Phrase.OfCalls("webhook.not_cleared", group.CallIds)
                .With("calls", FormatCalls(group.CallIds))
                .With("requester", FormatRequester(group.Requester))
                .With("reason", error.Message)
                .With("code", error.Code),
            Amber,
            endedAt);
    }

    /// <summary>Words what did not fit into the queue.</summary>
    /// <param name="cleared">How many calls were cleared.</param>
    /// <param name="failed">How many were not.</param>
    /// <param name="endedAt">When the last of them ended, in UTC.</param>
    public DiscordEmbed BuildOverflow(int cleared, int failed, DateTime endedAt) => CreateEmbed(
        new Phrase("webhook.more_title").With("count", cleared + failed),
        new Phrase("webhook.more").With("count", cleared + failed).With("cleared", cleared).With("failed", failed),
        failed > 0 ? Amber : Green,
        endedAt);

    private static object FormatCalls(List<int> callIds) => callIds.Count <= MaxCalls
        ? CallIdFormatter.FormatAll(callIds)
        : new Phrase("calls.more").With("calls", CallIdFormatter.FormatAll(callIds.Take(MaxCalls))).With("count", callIds.Count - MaxCalls);

    private static object FormatRequester(Requester requester) => requester.Kind == RequesterKind.Player
        ? new Phrase("webhook.player").With("name", requester.DisplayName).With("source", requester.Source)
        : requester.DisplayName;

    private DiscordEmbed CreateEmbed(Phrase title, Phrase description, int color, DateTime timestamp) =>
        new(secrets.Redact(localizer.Format(title)), secrets.Redact(localizer.Format(description)), color, timestamp);
}
