namespace SonoranCad.Remove911.Localization;

/// <summary>The tone of a message, which decides its color or its notification's type.</summary>
internal enum Tone
{
    /// <summary>The request succeeded.</summary>
    Success,

    /// <summary>The request waits, needs a confirmation, or failed in part.</summary>
    Warning,

    /// <summary>The request was refused or failed.</summary>
    Error,

    /// <summary>Information only.</summary>
    Info,
}
