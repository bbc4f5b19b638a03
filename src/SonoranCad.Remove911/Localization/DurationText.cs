using System;

namespace SonoranCad.Remove911.Localization;

/// <summary>How long something has been so, in the unit that a person would use.</summary>
internal static class DurationText
{
    public static Phrase FormatAge(TimeSpan age) => age switch
    {
        { TotalSeconds: < 90 } => new Phrase("time.seconds").With("seconds", Math.Max(0, (int)age.TotalSeconds)),
        { TotalMinutes: < 90 } => new Phrase("time.minutes").With("minutes", (int)age.TotalMinutes),
        { TotalHours: < 48 } => new Phrase("time.hours").With("hours", (int)age.TotalHours),
        _ => new Phrase("time.days").With("days", (int)age.TotalDays),
    };
}
