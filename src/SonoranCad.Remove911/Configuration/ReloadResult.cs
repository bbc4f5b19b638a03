using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>What came of reading config.json again.</summary>
internal sealed class ReloadResult
{
    /// <summary>What is wrong with the file; where anything is, nothing of it is in use.</summary>
    public IReadOnlyList<Phrase> Errors { get; init; } = Array.Empty<Phrase>();

    /// <summary>What should be looked at; the file works all the same.</summary>
    public IReadOnlyList<Phrase> Warnings { get; init; } = Array.Empty<Phrase>();

    /// <summary>The keys that have other values now.</summary>
    public IReadOnlyList<string> ChangedKeys { get; init; } = Array.Empty<string>();

    /// <summary>Whether the command's name differs, which a command that is registered can't follow.</summary>
    public bool CommandNeedsRestart { get; init; }

    /// <summary>Whether the CAD had refused the account, which is tried again now.</summary>
    public bool WasAccountRefused { get; init; }

    /// <summary>Whether the convars give another account than before while the file's keys are the same.</summary>
    public bool ConvarsChanged { get; init; }

    /// <summary>The account as it is now; null where nothing was taken over.</summary>
    public AccountResolution? Resolution { get; init; }
}
