using System;
using System.Collections.Generic;

namespace SonoranCad.Remove911.OpenCalls;

/// <summary>A 911 call that is open on the CAD, as far as is known here.</summary>
internal sealed class OpenCall
{
    private OpenCall(int callId, string caller, string location, TimeSpan? openedAt, bool isFromEvent)
    {
        CallId = callId;
        Caller = caller;
        Location = location;
        OpenedAt = openedAt;
        IsFromEvent = isFromEvent;
    }

    /// <summary>
    /// The newest first. A call without a time was open before those that have one came, and among such the id tells: the
    /// CAD counts up.
    /// </summary>
    public static IComparer<OpenCall> NewestFirst { get; } = Comparer<OpenCall>.Create((a, b) =>
    {
        var byTime = (b.OpenedAt ?? TimeSpan.MinValue).CompareTo(a.OpenedAt ?? TimeSpan.MinValue);
        return byTime != 0 ? byTime : b.CallId.CompareTo(a.CallId);
    });

    public int CallId { get; }

    /// <summary>Fit to be shown; empty where it is not known.</summary>
    public string Caller { get; }

    /// <inheritdoc cref="Caller"/>
    public string Location { get; }

    /// <summary>On the clock that never jumps, before the start where negative; null where nothing tells.</summary>
    public TimeSpan? OpenedAt { get; }

    /// <summary>Whether an event told of it, whose time is exact; a list has the time of the last change at best.</summary>
    public bool IsFromEvent { get; }

    /// <summary>A call that an event told of just now.</summary>
    public static OpenCall FromEvent(int callId, string caller, string location, TimeSpan now) => new(callId, caller, location, now, true);

    /// <summary>A call of the CAD's list.</summary>
    public static OpenCall FromList(int callId, string caller, string location, TimeSpan? openedAt) =>
        new(callId, caller, location, openedAt, false);

    /// <summary>The same with what was known of the call before: its list has the newer texts, an event the better time.</summary>
    public OpenCall MergeWith(OpenCall? known) =>
        known is { IsFromEvent: true } ? new OpenCall(CallId, Caller, Location, known.OpenedAt, true) : this;
}
