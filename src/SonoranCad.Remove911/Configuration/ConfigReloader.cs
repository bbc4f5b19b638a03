using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Localization;

namespace SonoranCad.Remove911.Configuration;

/// <summary>
/// Reads config.json again and has all of it in use at once, or, where anything in it is wrong, nothing of it: what runs
/// goes on running.
/// </summary>
internal sealed class ConfigReloader
{
    private static readonly string[] AccountKeys = { ConfigKeys.CommunityId, ConfigKeys.ApiKey, ConfigKeys.ServerId, ConfigKeys.ApiUrl };

    private readonly IResourceFiles _files;
    private readonly AccountProvider _accounts;
    private readonly SettingsMonitor _settings;

    public ConfigReloader(IResourceFiles files, AccountProvider accounts, SettingsMonitor settings)
    {
        _files = files;
        _accounts = accounts;
        _settings = settings;
    }

    public ReloadResult Reload()
    {
        var current = _settings.Current;
        var text = _files.Read(AccountProvider.ConfigFileName);
        if (text is null)
        {
            // An editor that saves puts a new file in the old one's place: for a moment there is none.
            return new ReloadResult { Errors = new[] { new Phrase("reload.no_file") } };
        }

        var file = ConfigReader.Read(text, current);
        if (file.Errors.Count > 0)
        {
            return new ReloadResult { Errors = file.Errors, Warnings = file.Warnings };
        }

        var changed = SettingsDiff.Between(current, file.Settings);
        file.Settings.Command = current.Command;
        var wasRefused = _accounts.IsRefused;
        var previousAccount = _accounts.Resolution?.Account;
        var resolution = _accounts.Reload(file);
        _settings.Update(file.Settings);
        return new ReloadResult
        {
            Warnings = file.Warnings,
            ChangedKeys = changed,
            CommandNeedsRestart = changed.Contains(ConfigKeys.Command),
            WasAccountRefused = wasRefused,
            ConvarsChanged = IsDifferent(previousAccount, resolution.Account) && !changed.Intersect(AccountKeys).Any(),
            Resolution = resolution,
        };
    }

    private static bool IsDifferent(CadAccount? previous, CadAccount? current) => current is not null && !current.Equals(previous);
}
