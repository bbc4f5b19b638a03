namespace SonoranCad.Remove911.Configuration;

/// <summary>Loads the language that config.json names.</summary>
internal sealed class LocaleLoader(IResourceFiles files, Localizer localizer, ILog log)
{
    public void Load(string locale)
    {
        var fileName = LocaleFile.FileName(locale);
        var text = files.Read(fileName);
        var texts = LocaleFile.Read(text ?? "{}", out var error);
        var outdated = localizer.SetTexts(texts);
        var keys = TextSanitizer.Clean(string.Join(", ", outdated), TextSanitizer.MaxCadTextLength);
        if (error is not null)
            log.Write(LogLevel.Warn, new Phrase(texts.Count == 0 ? "locale.unusable" : "locale.faulty").With("file", fileName).With("fault", error));
        else if (outdated.Count > 0)
            log.Write(LogLevel.Warn, Phrase.OfCount("locale.outdated", outdated.Count).With("file", fileName).With("keys", keys));
        else if (text is null && locale != LocaleFile.English)
            log.Write(LogLevel.Warn, new Phrase("locale.missing").With("file", fileName));
    }
}
