using System;
using System.IO;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;

namespace Playground.Scene;

/// <summary>The owner's own account at the real CAD, for a look at whether the key works.</summary>
/// <param name="Settings">Only what is about the account is used.</param>
internal sealed record LiveAccount(Settings Settings)
{
    public Uri Address { get; } = new(Settings.ApiUrl);

    /// <summary>Which CAD it is, for people.</summary>
    public string Host => Address.IsDefaultPort ? Address.Host : Address.Authority;

    /// <summary>Reads the account from a config.json.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="account">The account, or null.</param>
    /// <param name="missing">What is missing and where to find it; empty if nothing is. It holds no secret.</param>
    public static bool TryRead(string file, out LiveAccount? account, out string missing)
    {
        account = null;
        missing = string.Empty;
        if (!File.Exists(file))
        {
            missing = $"There is no file {file}. Name the config.json that has your account: --live --config FILE";
            return false;
        }

        var config = ConfigReader.Read(File.ReadAllText(file));
        var (community, key) = (config.Settings.CommunityId, config.Settings.ApiKey);
        if (config.AccountError is { } error)
        {
            missing = $"The account in {file} can't be used. {new Localizer(LocaleFile.BuiltIn).Format(error)}";
        }
        else if (community.Length == 0 || key.Length == 0)
        {
            var empty = new[] { community.Length == 0 ? "communityId" : null, key.Length == 0 ? "apiKey" : null }.OfType<string>();
            missing = $"--live needs your account, but {string.Join(" and ", empty)} in {file} is empty. "
                + "The CAD shows the community ID and the API key under Admin, In-Game Integration, API.";
        }
        else
        {
            account = new LiveAccount(config.Settings);
        }

        return account is not null;
    }
}
