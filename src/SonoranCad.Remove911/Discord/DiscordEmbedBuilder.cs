using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Discord;

/// <summary>Words batches for Discord, in the server's language. A license is for the audit file: channels have many readers.</summary>
internal sealed class DiscordEmbedBuilder
{
    // The chat's green and amber.
    private const int Green = 0x66BB6A;
    private const int Amber = 0xFFA726;

    // A thousand calls may end in one tick; the audit file has them all.
    private const int MostCalls = 100;

    private readonly Localizer _localizer;
    private readonly SecretRedactor _secrets;

    public DiscordEmbedBuilder(Localizer localizer, SecretRedactor secrets)
    {
        _localizer = localizer;
        _secrets = secrets;
    }

    /// <param name="batch">What has ended.</param>
    /// <param name="at">When, in UTC.</param>
    public DiscordEmbed Of(OutcomeGroup batch, DateTime at)
    {
        if (batch.Failure is not { } failure)
        {
            return Embed(
                Phrase.OfCalls("webhook.cleared_title", batch.CallIds),
                Phrase.OfCalls("webhook.cleared", batch.CallIds).With("calls", Calls(batch.CallIds)).With("requester", Who(batch.Requester)),
                Green,
                at);
        }

        return Embed(
            Phrase.OfCalls("webhook.not_cleared_title", batch.CallIds),
            Phrase.OfCalls("webhook.not_cleared", batch.CallIds)
                .With("calls", Calls(batch.CallIds))
                .With("requester", Who(batch.Requester))
                .With("reason", failure.Message)
                .With("code", failure.Code),
            Amber,
            at);
    }

    /// <summary>Words what did not fit into the queue.</summary>
    /// <param name="cleared">How many calls were cleared.</param>
    /// <param name="failed">How many were not.</param>
    /// <param name="at">When the last of them ended, in UTC.</param>
    public DiscordEmbed OfMore(int cleared, int failed, DateTime at) => Embed(
        new Phrase("webhook.more_title").With("count", cleared + failed),
        new Phrase("webhook.more").With("count", cleared + failed).With("cleared", cleared).With("failed", failed),
        failed > 0 ? Amber : Green,
        at);

    private static object Calls(List<int> callIds) => callIds.Count <= MostCalls
        ? CallIdFormatter.All(callIds)
        : new Phrase("calls.more").With("calls", CallIdFormatter.All(callIds.Take(MostCalls))).With("count", callIds.Count - MostCalls);

    private static Phrase Who(Requester requester) => requester.Kind switch
    {
        RequesterKind.Player => new Phrase("webhook.player").With("name", requester.Name).With("source", requester.Source),
        _ => requester.Describe(),
    };

    private DiscordEmbed Embed(Phrase title, Phrase description, int colour, DateTime at) =>
        new(_secrets.Apply(_localizer.Text(title)), _secrets.Apply(_localizer.Text(description)), colour, at);
}
