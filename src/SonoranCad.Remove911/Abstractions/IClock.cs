namespace SonoranCad.Remove911.Abstractions;

/// <summary>Time as an input.</summary>
internal interface IClock
{
    /// <summary>Time since the resource started; it never jumps.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>The date and time, for values that must survive a restart; it may jump.</summary>
    DateTime UtcNow { get; }
}
