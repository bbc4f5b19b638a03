namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells a requester that a request has to wait.</summary>
internal static class DelayMessages
{
    public static Phrase Queued(IReadOnlyList<int> callIds, int position, TimeSpan estimate, RemovalError? lastError)
    {
        if (lastError is not null)
        {
            return Phrase.OfCalls("removal.retrying", callIds).With("reason", lastError.Message);
        }

        var waits = Phrase.OfCalls("removal.waits", callIds).With("place", position).With("time", DurationText.FormatWait(estimate));
        return Phrase.Join(waits, new Phrase("removal.will_be_told"));
    }
}
