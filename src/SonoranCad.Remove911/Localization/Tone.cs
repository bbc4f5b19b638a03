namespace SonoranCad.Remove911.Localization;

/// <summary>How a line to a person is meant, for its colour or its notification's type.</summary>
internal enum Tone
{
    /// <summary>What was asked is done.</summary>
    Success,

    /// <summary>It is not done, or not all of it.</summary>
    Warning,

    /// <summary>Something to know.</summary>
    Info,
}
