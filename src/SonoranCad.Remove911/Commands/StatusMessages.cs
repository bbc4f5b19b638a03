namespace SonoranCad.Remove911.Commands;

/// <summary>Formats the delivery status as a few lines for a person.</summary>
internal static class StatusMessages
{
    /// <summary>The lines; nothing is said to work without an account that the CAD accepts (<paramref name="canSend"/>).</summary>
    public static IEnumerable<Phrase> Lines(DeliveryStatus status, bool canSend)
    {
        yield return new Phrase("status.totals")
            .With("time", DurationText.FormatAge(status.Uptime))
            .With("accepted", status.Accepted).With("cleared", status.Cleared)
            .With("failed", status.Failed).With("requests", status.Requests);
        yield return Outbox(status);
        if (status.Share is { } share)
            yield return new Phrase("status.shared_key").With("share", share).With("limit", status.RequestsPerMinute);

        if (canSend)
            yield return Api(status);
    }

    /// <summary>Says where the account and other settings come from, never their values.</summary>
    public static IEnumerable<Phrase> Sources(AccountResolution account, Settings settings)
    {
        if (account.FileKeys.Count > 0)
            yield return new Phrase("status.from_file").With("keys", string.Join(", ", account.FileKeys));

        // The account may have been read again since the settings were.
        var others = SettingDefinitions.SetByConvar(settings).Where(definition => !definition.IsAboutAccount).Select(definition => definition.Convar);
        var names = string.Join(", ", account.ConvarNames.Concat(others));
        if (names.Length > 0)
            yield return new Phrase("status.set_by_convar").With("names", names);
    }

    /// <summary>The last error: for a player in one line, with its code if the words are too long.</summary>
    public static Phrase LastError(DeliveryStatus status, bool isConsole)
    {
        if (status.LastError is not { } error)
            return new Phrase("status.no_error");

        var time = DurationText.FormatAge(status.LastErrorAgo);
        var brief = new Phrase("status.last_error_of_player").With("time", time);
        return isConsole
            ? new Phrase("status.last_error")
                .With("time", time)
                .With("utc", status.LastErrorUtc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
                .With("code", error.Code).With("reason", error.Message)
            : Phrase.FirstFitting(new[] { brief.With("reason", error.Message), brief.With("reason", error.Code) }, TextWidth.ChatLine);
    }

    private static Phrase Api(DeliveryStatus status)
    {
        if (status.CircuitOpenFor is not { } time)
            return new Phrase(status.HasWorked ? "status.api_works" : "status.api_untried").With("api", status.Api);

        var failing = new Phrase("status.api_failing").With("api", status.Api).With("time", DurationText.FormatAge(time));
        return status.NextSendIn is { } next ? Phrase.Join(failing, new Phrase("status.next_probe").With("time", DurationText.FormatWait(next))) : failing;
    }

    private static Phrase Outbox(DeliveryStatus status)
    {
        if (status.OldestAge is not { } oldest)
            return new Phrase("status.outbox_empty");

        var outbox = new Phrase("status.outbox")
            .With("waiting", status.Waiting).With("under_way", status.InFlight).With("time", DurationText.FormatAge(oldest));

        // While the circuit is open, the API's line has the time of the next attempt.
        return status.NextSendIn is not { } next || status.CircuitOpenFor is not null ? outbox
            : Phrase.Join(outbox, next == TimeSpan.Zero ? new Phrase("status.next_now") : new Phrase("status.next_send").With("time", DurationText.FormatWait(next)));
    }
}
