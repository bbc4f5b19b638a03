using System;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;

namespace SonoranCad.Remove911.Configuration;

/// <summary>Takes up the language that config.json names.</summary>
internal sealed class LocaleLoader
{
    private readonly IResourceFiles _files;
    private readonly Localizer _localizer;
    private readonly ILog _log;

    public LocaleLoader(IResourceFiles files, Localizer localizer, ILog log)
    {
        _files = files;
        _localizer = localizer;
        _log = log;
    }

    /// <summary>Speaks <paramref name="locale"/> from now on; says what is wrong with its file.</summary>
    public void Load(string locale)
    {
        var fileName = LocaleFile.FileName(locale);
        var text = _files.Read(fileName);
        var texts = LocaleFile.Read(text ?? "{}", out var error);
        _localizer.SetTexts(texts);
        if (error is not null)
        {
            _log.Write(LogLevel.Warn, new Phrase(texts.Count == 0 ? "locale.unusable" : "locale.faulty").With("file", fileName).With("fault", error));
        }
        else if (text is null && !string.Equals(locale, LocaleFile.English, StringComparison.Ordinal))
        {
            _log.Write(LogLevel.Warn, new Phrase("locale.missing").With("file", fileName));
        }
    }
}
