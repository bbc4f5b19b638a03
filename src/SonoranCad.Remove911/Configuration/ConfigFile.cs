using System.Collections.Generic;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>config.json as read: the settings, and what is wrong with the file in words for its owner.</summary>
internal sealed class ConfigFile
{
    private readonly List<Phrase> _warnings = new();
    private readonly List<Phrase> _errors = new();

    /// <param name="fallback">What a faulty key falls back to; the defaults unless given.</param>
    public ConfigFile(Settings? fallback = null)
    {
        Fallback = fallback ?? new Settings();
    }

    public Settings Settings { get; } = new();

    /// <summary>What serves in place of a faulty key, and is named so in its error: the default, or what is in use.</summary>
    public Settings Fallback { get; }

    /// <summary>What should be looked at; the file works all the same.</summary>
    public IReadOnlyList<Phrase> Warnings => _warnings;

    /// <summary>What is wrong, in order.</summary>
    public IReadOnlyList<Phrase> Errors => _errors;

    /// <summary>
    /// The first fault that leaves open where a request would go, or for whom: nothing is sent while it stands. A faulty
    /// logLevel or command has a harmless default and does not count.
    /// </summary>
    public Phrase? AccountError { get; private set; }

    public void AddWarning(Phrase warning) => _warnings.Add(warning);

    public void AddError(Phrase error, bool isAboutAccount)
    {
        _errors.Add(error);
        if (isAboutAccount)
        {
            AccountError ??= error;
        }
    }
}
