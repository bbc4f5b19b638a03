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
        var sentences = new List<Phrase> { Phrase.OfCalls("removal.waits", callIds).With("place", position).With("time", FormatWait(estimate)) };
        if (lastError is not null)
        {
            sentences.Add(lastError.Message);
        }

        sentences.Add(new Phrase("removal.will_be_told"));
        return Phrase.Join(sentences);
    }

    /// <summary>The resource stops before a request is answered.</summary>
    public static Phrase Stopping(IReadOnlyList<int> callIds) => Phrase.OfCalls("removal.stopping", callIds);

    /// <summary>A length of time in seconds or minutes.</summary>
    public static Phrase FormatWait(TimeSpan time) => time.TotalSeconds < 90
        ? new Phrase("time.seconds").With("seconds", Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)))
        : new Phrase("time.minutes").With("minutes", (int)Math.Ceiling(time.TotalMinutes));
}
