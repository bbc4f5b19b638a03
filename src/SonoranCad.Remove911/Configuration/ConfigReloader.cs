namespace SonoranCad.Remove911.Configuration;

/// <summary>Reads config.json again and applies all of it, or none of it if anything in it is wrong.</summary>
internal sealed class ConfigReloader(IResourceFiles files, AccountProvider accounts, SettingsMonitor settings)
{
    public ReloadResult Reload()
    {
        var current = settings.Current;
        var text = files.Read(ConfigReader.FileName);
        if (text is null)
        {
            // An editor that saves by replacing the file leaves none for a moment.
            return new ReloadResult { Errors = new[] { ConfigReader.FindMisnamed(files) ?? new Phrase("reload.no_file") } };
        }

        var file = ConfigReader.Read(text, current);
        return file.Errors.Count > 0
            ? new ReloadResult { Errors = file.Errors, Warnings = file.Warnings }
            : Apply(file, SettingsDiff.Between(current, file.Settings));
    }

    private ReloadResult Apply(ConfigFile file, IReadOnlyList<SettingDefinition> changed)
    {
        foreach (var definition in changed.Where(definition => !definition.IsReloadable))
        {
            definition.Copy(settings.Current, file.Settings);
        }

        var wasRefused = accounts.IsRefused;
        var previous = accounts.Resolution?.Account;
        var resolution = accounts.Reload(file);
        settings.Update(file.Settings);
        return new ReloadResult
        {
            Warnings = file.Warnings,
            ChangedKeys = changed.Select(definition => definition.Key).ToList(),
            NeedsRestart = changed.Any(definition => !definition.IsReloadable),
            WasAccountRefused = wasRefused,
            ConvarsChanged = IsDifferent(previous, resolution.Account) && !changed.Any(definition => definition.IsAboutAccount),
            Resolution = resolution,
        };
    }

    private static bool IsDifferent(CadAccount? previous, CadAccount? current) => current is not null && !current.Equals(previous);
}
