namespace SonoranCad.Remove911.Removals;

/// <summary>Every error except the CAD's own (<see cref="CadErrors"/>).</summary>
internal static class RemovalErrors
{
    public static RemovalError NoCallId { get; } = new(RemovalErrorKind.NoCallId, new Phrase("outcome.no_call_id"));
    public static RemovalError TooManyCalls { get; } = new(
        RemovalErrorKind.TooManyCalls, new Phrase("outcome.too_many_calls").With("most", CallIdList.MaxCount));
    public static RemovalError Busy { get; } = new(RemovalErrorKind.Busy, new Phrase("outcome.busy"));
    public static RemovalError CommunityChanged { get; } = new(RemovalErrorKind.CommunityChanged, new Phrase("outcome.community_changed"));
    public static RemovalError Kept { get; } = new(RemovalErrorKind.Kept, new Phrase("outcome.kept"));
    public static RemovalError InvalidCallback { get; } = new(RemovalErrorKind.InvalidCallback, new Phrase("outcome.invalid_callback"));
    public static RemovalError SlowDown { get; } = new(RemovalErrorKind.SlowDown, new Phrase("outcome.slow_down").With("most", CallIdList.MaxCount));
    public static RemovalError PlayerLimitReached { get; } = new(RemovalErrorKind.Busy, new Phrase("outcome.busy_with_yours"));

    /// <summary>The owner's time limit ended the retries; <paramref name="lastError"/> is null if the removal was never sent.</summary>
    public static RemovalError Expired(int minutes, RemovalError? lastError) => new(RemovalErrorKind.Expired,
        new Phrase("outcome.expired").With("minutes", minutes).With("last", lastError?.Message ?? new Phrase("outcome.expired_untried")));

    public static RemovalError NoPermission(string ace) => new(RemovalErrorKind.NoPermission, new Phrase("outcome.no_permission").With("permission", ace));

    public static RemovalError InvalidCallId(string word) => new(RemovalErrorKind.InvalidCallId,
        new Phrase("outcome.invalid_call_id").With("word", TextWidth.Clean(word, TextSanitizer.MaxWordLength)));

    public static RemovalError InvalidCallIdType(Phrase kind) =>
        new(RemovalErrorKind.InvalidCallId, new Phrase("outcome.invalid_call_id_type").With("kind", kind));

    public static RemovalError NotConfigured(Phrase keys, bool isPlural) => new(
        RemovalErrorKind.NotConfigured, new Phrase(isPlural ? "outcome.not_configured.many" : "outcome.not_configured.one").With("keys", keys));

    public static RemovalError InvalidConfiguration(Phrase problem) => new(
        RemovalErrorKind.InvalidConfiguration, new Phrase("outcome.invalid_configuration").With("problem", problem));

    public static RemovalError WithUsage(RemovalError error, string command) =>
        new(error.Kind, Phrase.Join(error.Message, new Phrase("command.help").With("command", command)));
}
