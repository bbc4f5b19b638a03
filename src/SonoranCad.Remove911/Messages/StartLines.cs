using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;

namespace SonoranCad.Remove911.Messages;

/// <summary>What the resource says when it starts.</summary>
internal static class StartLines
{
    public static void Write(ILog log, ConfigFile file, AccountReading reading, string resource, string version)
    {
        foreach (var error in file.Errors)
        {
            log.Write(LogLevel.Error, error);
        }

        foreach (var warning in file.Warnings)
        {
            log.Write(LogLevel.Warn, warning);
        }

        if (reading.Account is not null)
        {
            log.Write(LogLevel.Info, Ready(file.Settings, reading.Account, version));
        }
        else if (reading.Missing.Length > 0)
        {
            WriteMissing(log, reading.Missing, resource, file.Settings.Command);
        }
        else if (file.AccountError is null)
        {
            log.Write(LogLevel.Error, reading.Fault!.Message);
        }
    }

    /// <summary>Warns of a permission that everybody holds: then the command is open to every player.</summary>
    public static void WarnOfOpenCommand(ILog log, string ace) => log.Write(
        LogLevel.Warn,
        $"Every player holds the permission {ace}: look for an add_ace of builtin.everyone, or for another resource that "
        + "registered this command before, and give \"command\" in config.json another name.");

    private static string Ready(Settings settings, CadAccount account, string version)
    {
        var server = account.ServerId.HasValue ? $", server {account.ServerId}" : string.Empty;
        return $"sonorancad-remove911 {version} is ready: /{settings.Command} clears calls of {account}{server}.";
    }

    // Three lines: what is missing, how to mend it, and what happens then.
    private static void WriteMissing(ILog log, string missing, string resource, string command)
    {
        log.Write(LogLevel.Error, $"No call can be cleared yet: {missing} has no value.");
        log.Write(
            LogLevel.Error,
            $"To mend it, fill in {missing} in config.json in the folder of {resource}; or, where the resource sonorancad runs, put "
            + $"«add_convar_permission {resource} read {AccountReader.KeyConvar}» into server.cfg before the resources start.");
        log.Write(LogLevel.Error, $"The values are looked for again at each /{command}, so no restart of {resource} is needed for config.json.");
    }
}
