namespace SonoranCad.Remove911.Configuration;

/// <summary>What a reload of config.json did.</summary>
internal sealed class ReloadResult
{
    /// <summary>What is wrong with the file; if anything is, none of it was applied.</summary>
    public IReadOnlyList<Phrase> Errors { get; init; } = [];

    /// <summary>What the owner should look at; the file works regardless.</summary>
    public IReadOnlyList<Phrase> Warnings { get; init; } = [];

    public IReadOnlyList<string> ChangedKeys { get; init; } = [];

    /// <summary>Whether a setting changed that a reload does not apply.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>Whether the CAD had refused the account, which now gets another try.</summary>
    public bool WasAccountRefused { get; init; }

    /// <summary>Whether the convars give another account than before, although the file's account settings are the same.</summary>
    public bool ConvarsChanged { get; init; }

    /// <summary>The account as it is now; null if nothing was applied.</summary>
    public AccountResolution? Resolution { get; init; }
}
