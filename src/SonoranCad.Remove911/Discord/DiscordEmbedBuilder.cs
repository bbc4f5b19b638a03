namespace SonoranCad.Remove911.Discord;

/// <summary>Builds embeds in the server's language. They omit the license, because a channel has many readers.</summary>
internal sealed class DiscordEmbedBuilder(Localizer localizer, SecretRedactor secrets)
{
    // The chat's green and red.
    private const int Green = 0x66BB6A;
    private const int Red = 0xEF5350;

    // A thousand removals may complete in one tick; the audit file lists them all.
    private const int MaxCalls = 100;

    /// <summary>Builds the embed of a group of removals that completed at <paramref name="endedAt"/> (UTC).</summary>
    public DiscordEmbed Build(OutcomeGroup group, DateTime endedAt)
    {
        var calls = group.CallIds;
        var outcome = Phrase.OfCalls(group.Error is null ? "webhook.cleared" : "webhook.not_cleared", calls)
            .With("calls", ListFormatter.FormatShort(calls, MaxCalls)).With("requester", FormatRequester(group.Requester));
        return group.Error is { } error
            ? CreateEmbed(Phrase.OfCalls("webhook.not_cleared_title", calls), outcome.With("reason", error.Message).With("code", error.Code), Red, endedAt)
            : CreateEmbed(Phrase.OfCalls("webhook.cleared_title", calls), outcome, Green, endedAt);
    }

    /// <summary>Builds the embed of what didn't fit in the queue, whose last removal completed at <paramref name="endedAt"/> (UTC).</summary>
    public DiscordEmbed BuildOverflow(int cleared, int failed, DateTime endedAt) => CreateEmbed(
        new Phrase("webhook.more_title").With("count", cleared + failed),
        Phrase.OfCount("webhook.more", cleared + failed).With("cleared", cleared).With("failed", failed),
        failed > 0 ? Red : Green,
        endedAt);

    private static object FormatRequester(Requester requester) => requester.Kind == RequesterKind.Player
        ? new Phrase("webhook.player").With("name", requester.DisplayName).With("source", requester.Source)
        : requester.DisplayName;

    private DiscordEmbed CreateEmbed(Phrase title, Phrase description, int color, DateTime timestamp) =>
        new(secrets.Redact(localizer.Format(title)), secrets.Redact(localizer.Format(description)), color, timestamp);
}
