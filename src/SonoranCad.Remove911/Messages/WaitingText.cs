using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.Messages;

/// <summary>Tells a requester that a request waits.</summary>
internal static class WaitingText
{
    public static string Line(IReadOnlyList<int> callIds, int place, TimeSpan estimate, Outcome? lastFailure)
    {
        var why = lastFailure is null ? string.Empty : " " + lastFailure.Message;
        var verb = callIds.Count == 1 ? "waits" : "wait";
        return $"{CallList.Shorten(callIds)} {verb} in line: place {place}, about {Time(estimate)}.{why} You will be told what comes of it.";
    }

    /// <summary>The resource stops before a request is answered.</summary>
    public static string Stopping(IReadOnlyList<int> callIds) =>
        $"{CallList.Shorten(callIds)} not cleared yet: the resource stops now. The removal is kept and goes out when it is back.";

    private static string Time(TimeSpan time) => time.TotalSeconds < 90
        ? $"{Math.Max(1, (int)Math.Ceiling(time.TotalSeconds))} s"
        : $"{(int)Math.Ceiling(time.TotalMinutes)} min";
}
