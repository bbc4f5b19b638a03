using System.Globalization;
using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.Commands;

/// <summary>Formats the delivery status as a few lines for a person.</summary>
internal static class StatusMessages
{
    /// <summary>The lines; nothing is said to work without an account that the CAD accepts (<paramref name="canSend"/>).</summary>
    public static IEnumerable<Phrase> Lines(DeliveryStatus status, bool canSend)
    {
        if (canSend)
        {
            yield return new Phrase(status.HasWorked ? "status.api_works" : "status.api_untried").With("api", status.Api);
            yield return Circuit(status);
        }

        yield return Outbox(status);
        if (status.Share is { } share)
        {
            yield return new Phrase("status.shared_key").With("share", share).With("limit", status.RequestsPerMinute);
        }

        yield return new Phrase("status.totals")
            .With("time", DurationText.FormatAge(status.Uptime))
            .With("accepted", status.Accepted)
            .With("cleared", status.Cleared)
            .With("failed", status.Failed)
            .With("requests", status.Requests);
        yield return LastError(status);
    }

    private static Phrase Circuit(DeliveryStatus status)
    {
        if (status.CircuitOpenFor is not { } time)
        {
            return new Phrase("status.circuit_closed");
        }

        var open = new Phrase("status.circuit_open").With("time", DurationText.FormatAge(time));
        return status.NextSendIn is { } next ? Phrase.Join(open, new Phrase("status.next_probe").With("time", DurationText.FormatWait(next))) : open;
    }

    private static Phrase Outbox(DeliveryStatus status)
    {
        if (status.OldestAge is not { } oldest)
        {
            return new Phrase("status.outbox_empty");
        }

        var outbox = new Phrase("status.outbox")
            .With("waiting", status.Waiting)
            .With("under_way", status.InFlight)
            .With("time", DurationText.FormatAge(oldest));

        // While the circuit is open, its own line has the time of the next attempt.
        return status.NextSendIn is { } next && status.CircuitOpenFor is null ? Phrase.Join(outbox, Next(next)) : outbox;
    }

    private static Phrase Next(TimeSpan next) => next == TimeSpan.Zero
        ? new Phrase("status.next_now")
        : new Phrase("status.next_send").With("time", DurationText.FormatWait(next));

    private static Phrase LastError(DeliveryStatus status) => status.LastError is { } error
        ? new Phrase("status.last_error")
            .With("time", DurationText.FormatAge(status.LastErrorAgo))
            .With("utc", status.LastErrorUtc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            .With("code", error.Code)
            .With("reason", error.Message)
        : new Phrase("status.no_error");
}
