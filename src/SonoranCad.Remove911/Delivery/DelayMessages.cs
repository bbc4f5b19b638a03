namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells a requester that a request has to wait.</summary>
internal static class DelayMessages
{
    public static Phrase Queued(IReadOnlyList<int> callIds, int position, TimeSpan estimate, RemovalError? lastError)
    {
        var waits = Phrase.OfCalls("removal.waits", callIds).With("place", position).With("time", DurationText.FormatWait(estimate));
        var promise = new Phrase("removal.will_be_told");
        return lastError is null ? Phrase.Join(waits, promise) : Phrase.Join(new[] { waits, lastError.Message, promise });
    }
}
