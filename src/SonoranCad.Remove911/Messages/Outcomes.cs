using System.Globalization;
using SonoranCad.Remove911.Commands;

namespace SonoranCad.Remove911.Messages;

/// <summary>
/// Every reason for which a call is not cleared, but for the CAD's own (<see cref="CadOutcomes"/>). The codes are part of
/// the contract with other resources; the sentences may change.
/// </summary>
internal static class Outcomes
{
    public static Outcome NoCallId { get; } = new("no_call_id", new Phrase("outcome.no_call_id"));

    public static Outcome TooManyCalls { get; } = new("too_many_calls", new Phrase("outcome.too_many_calls").With("most", CallIds.Most));

    public static Outcome Busy { get; } = new("busy", new Phrase("outcome.busy"));

    public static Outcome CommunityChanged { get; } = new("community_changed", new Phrase("outcome.community_changed"));

    public static Outcome NotAFunction { get; } = new("invalid_callback", new Phrase("outcome.invalid_callback"));

    public static Outcome SlowDown { get; } = new("slow_down", new Phrase("outcome.slow_down").With("most", CallIds.Most));

    public static Outcome TooManyOfYours { get; } = new("busy", new Phrase("outcome.busy_with_yours"));

    /// <summary>The end of a removal that was tried for as long as the owner allows.</summary>
    /// <param name="minutes">How long that was.</param>
    /// <param name="last">What came of the last try, or null where there was none.</param>
    public static Outcome Expired(int minutes, Outcome? last) => new(
        "expired",
        new Phrase("outcome.expired").With("minutes", minutes).With("last", last?.Message ?? new Phrase("outcome.expired_untried")));

    public static Outcome NoPermission(string ace) => new("no_permission", new Phrase("outcome.no_permission").With("permission", ace));

    public static Outcome BadCallId(string word) => new(
        "invalid_call_id",
        new Phrase("outcome.invalid_call_id")
            .With("word", SafeText.Clean(word, SafeText.NameLength))
            .With("most", int.MaxValue.ToString(CultureInfo.InvariantCulture)));

    /// <param name="kind">What was given instead.</param>
    public static Outcome BadCallIdType(Phrase kind) => new("invalid_call_id", new Phrase("outcome.invalid_call_id_type").With("kind", kind));

    /// <param name="keys">The keys of config.json that have no value.</param>
    public static Outcome NotConfigured(Phrase keys) => new("not_configured", new Phrase("outcome.not_configured").With("keys", keys));

    public static Outcome BadConfiguration(Phrase problem) => new(
        "invalid_configuration", new Phrase("outcome.invalid_configuration").With("problem", problem));

    /// <summary>The outcome with the way to use the command behind it.</summary>
    public static Outcome WithUsage(Outcome outcome, string command) =>
        new(outcome.Code, Phrase.Of(outcome.Message, new Phrase("command.usage").With("command", command)));
}
