namespace SonoranCad.Remove911.Localization;

/// <summary>Formats durations in the unit that a person would use.</summary>
internal static class DurationText
{
    /// <summary>How long ago something happened, rounded down.</summary>
    public static Phrase FormatAge(TimeSpan age) => age switch
    {
        { TotalSeconds: < 90 } => Seconds(Math.Max(0, (int)age.TotalSeconds)),
        { TotalMinutes: < 90 } => Minutes((int)age.TotalMinutes),
        { TotalHours: < 48 } => new Phrase("time.hours").With("hours", (int)age.TotalHours),
        _ => new Phrase("time.days").With("days", (int)age.TotalDays),
    };

    /// <summary>How long to wait, rounded up and never zero, so that nobody comes back too early.</summary>
    public static Phrase FormatWait(TimeSpan wait) => wait.TotalSeconds < 90
        ? Seconds(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))) : Minutes((int)Math.Ceiling(wait.TotalMinutes));

    private static Phrase Seconds(int seconds) => new Phrase("time.seconds").With("seconds", seconds);
    private static Phrase Minutes(int minutes) => new Phrase("time.minutes").With("minutes", minutes);
}
