using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Delivery;

/// <summary>Tells a requester that a request waits.</summary>
internal static class DelayMessages
{
    public static Phrase Queued(IReadOnlyList<int> callIds, int position, TimeSpan estimate, RemovalError? lastError)
    {
        var sentences = new List<Phrase> { Phrase.OfCalls("removal.waits", callIds).With("place", position).With("time", DurationText.FormatWait(estimate)) };
        if (lastError is not null)
        {
            sentences.Add(lastError.Message);
        }

        sentences.Add(new Phrase("removal.will_be_told"));
        return Phrase.Join(sentences);
    }

    /// <summary>The resource stops before a request is answered.</summary>
    public static Phrase Stopping(IReadOnlyList<int> callIds) => Phrase.OfCalls("removal.stopping", callIds);
}
