using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>Formats phrases as a server with the default settings does.</summary>
internal static class English
{
    public static Localizer Localizer { get; } = new(LocaleFile.BuiltIn);

    public static string InEnglish(this Phrase phrase) => Localizer.Format(phrase);
}
