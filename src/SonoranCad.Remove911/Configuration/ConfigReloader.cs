namespace SonoranCad.Remove911.Configuration;

/// <summary>Reads config.json and the convars again and applies all of it, or none of it if anything in it is wrong.</summary>
internal sealed class ConfigReloader(ConfigLoader loader, AccountProvider accounts, SettingsMonitor settings)
{
    public ReloadResult Reload()
    {
        var file = loader.Load(settings.Current);

        // An editor that saves by replacing the file leaves none for a moment.
        var errors = file.IsMissing ? file.Warnings : file.Errors;
        return errors.Count > 0 ? new ReloadResult { Errors = errors } : Apply(file);
    }

    private ReloadResult Apply(ConfigFile file)
    {
        var current = settings.Current;
        var changed = SettingDefinitions.Compare(current, file.Settings);
        var names = changed.Select(definition => definition.NameIn(file.Settings)).ToList();
        foreach (var definition in changed.Where(definition => !definition.IsReloadable))
            definition.Copy(current, file.Settings);

        var wasRefused = accounts.IsRefused;
        var previous = accounts.Resolution?.Account;
        var resolution = accounts.Reload(file);
        settings.Update(file.Settings);
        return new ReloadResult
        {
            Warnings = file.Warnings,
            ChangedNames = names,
            NeedsRestart = changed.Any(definition => !definition.IsReloadable),
            WasAccountRefused = wasRefused,
            ConvarsChanged = !Equals(resolution.Account ?? previous, previous) && !changed.Any(definition => definition.IsAboutAccount),
            Resolution = resolution,
        };
    }
}

internal sealed class ReloadResult
{
    /// <summary>What is wrong with the file or a convar; if anything is, nothing was applied.</summary>
    public IReadOnlyList<Phrase> Errors { get; init; } = [];

    /// <inheritdoc cref="ConfigFile.Warnings"/>
    public IReadOnlyList<Phrase> Warnings { get; init; } = [];

    /// <summary>The settings that changed: their keys, or the convars that set them.</summary>
    public IReadOnlyList<string> ChangedNames { get; init; } = [];

    /// <summary>Whether a setting changed that a reload does not apply.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>Whether the CAD had refused the account, which now gets another try.</summary>
    public bool WasAccountRefused { get; init; }

    /// <summary>Whether the vendor's convars give another account than before, although no account setting changed.</summary>
    public bool ConvarsChanged { get; init; }

    /// <summary>The account as it is now; null if nothing was applied.</summary>
    public AccountResolution? Resolution { get; init; }
}
