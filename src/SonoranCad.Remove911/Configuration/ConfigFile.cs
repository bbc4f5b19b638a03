using System.Collections.Generic;

namespace SonoranCad.Remove911.Configuration;

/// <summary>config.json as read: the settings, and what is wrong with the file in words for its owner.</summary>
internal sealed class ConfigFile
{
    private readonly List<string> _warnings = new();
    private readonly List<string> _errors = new();

    public Settings Settings { get; } = new();

    /// <summary>What should be looked at; the file works all the same.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>What is wrong, in order.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>
    /// The first fault that leaves open where a request would go, or for whom: nothing is sent while it stands. A faulty
    /// logLevel or command has a harmless default and does not count.
    /// </summary>
    public string? AccountError { get; private set; }

    public void Warn(string warning) => _warnings.Add(warning);

    public void Fail(string error, bool isAboutAccount)
    {
        _errors.Add(error);
        if (isAboutAccount)
        {
            AccountError ??= error;
        }
    }
}
