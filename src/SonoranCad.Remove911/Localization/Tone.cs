namespace SonoranCad.Remove911.Localization;

/// <summary>The tone of a message, which decides its color or its notification's type.</summary>
internal enum Tone
{
    /// <summary>The request succeeded.</summary>
    Success,

    /// <summary>The request failed, in part or as a whole.</summary>
    Warning,

    /// <summary>Information only.</summary>
    Info,
}
