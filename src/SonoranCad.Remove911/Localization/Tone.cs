namespace SonoranCad.Remove911.Localization;

/// <summary>The tone of a message, which decides its color or its notification's type.</summary>
internal enum Tone
{
    Success,
    Warning,
    Error,
    Info,
}
