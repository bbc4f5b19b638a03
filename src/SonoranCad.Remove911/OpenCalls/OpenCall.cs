namespace SonoranCad.Remove911.OpenCalls;

/// <summary>A 911 call that is open in the CAD, as far as this resource knows.</summary>
/// <param name="CallId">The CAD's id.</param>
/// <param name="Caller">Safe to show; empty if unknown.</param>
/// <param name="Location">Safe to show; empty if unknown.</param>
/// <param name="OpenedAt">As <c>IClock.Elapsed</c>, so negative for a time before the start; null if unknown.</param>
/// <param name="IsFromEvent">Whether an event gave the exact time; a list has at best the time of the last change.</param>
internal sealed record OpenCall(int CallId, string Caller, string Location, TimeSpan? OpenedAt, bool IsFromEvent)
{
    // No name is longer, so a longer text counts as unknown.
    private const int MaxTextLength = 200;

    /// <summary>Whether the caller marked it as no emergency; null if no source has told. A push event rarely does; the CAD's list always does.</summary>
    public bool? IsCivil { get; init; }

    /// <summary>Sorts the newest first; calls without a time are older than all others, and the CAD's ids count up.</summary>
    public static IComparer<OpenCall> NewestFirst { get; } = Comparer<OpenCall>.Create((a, b) =>
    {
        var byTime = (b.OpenedAt ?? TimeSpan.MinValue).CompareTo(a.OpenedAt ?? TimeSpan.MinValue);
        return byTime != 0 ? byTime : b.CallId.CompareTo(a.CallId);
    });

    public static OpenCall FromList(int callId, string caller, string location, TimeSpan? openedAt) =>
        new(callId, caller, location, openedAt, false);

    /// <summary>Whether the caller's name begins with <paramref name="name"/>, in any case. An empty name is nobody's.</summary>
    /// <remarks>Quotes do not count: the server drops those that somebody types.</remarks>
    public bool IsFrom(string name) => name.Length > 0 && Caller.Replace("\"", string.Empty).StartsWith(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is known to have been open for longer than <paramref name="age"/>.</summary>
    public bool IsOlderThan(TimeSpan age, TimeSpan now) => now - OpenedAt > age;

    /// <summary>The call as an event announced it just now.</summary>
    public OpenCall OpenedNow(TimeSpan now) => this with { OpenedAt = now, IsFromEvent = true };

    public OpenCall WithCleanTexts(SecretRedactor secrets) =>
        this with { Caller = Clean(Caller, secrets), Location = Clean(Location, secrets) };

    /// <summary>Keeps this call's newer texts, and the time of <paramref name="known"/> if an event gave it.</summary>
    public OpenCall MergeWith(OpenCall? known) =>
        known is { IsFromEvent: true } ? this with { OpenedAt = known.OpenedAt, IsFromEvent = true } : this;

    private static string Clean(string text, SecretRedactor secrets) =>
        text.Length > MaxTextLength ? string.Empty : secrets.CleanAndRedact(text, TextSanitizer.MaxNameLength);
}
