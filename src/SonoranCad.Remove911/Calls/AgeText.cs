using System;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Calls;

/// <summary>How long ago something was, in one unit.</summary>
internal static class AgeText
{
    public static Phrase Of(TimeSpan age)
    {
        if (age.TotalSeconds < 90)
        {
            return new Phrase("time.seconds").With("seconds", Math.Max(0, (int)age.TotalSeconds));
        }

        return age.TotalMinutes < 90
            ? new Phrase("time.minutes").With("minutes", (int)age.TotalMinutes)
            : new Phrase("time.hours").With("hours", (int)age.TotalHours);
    }
}
