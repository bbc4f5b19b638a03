namespace SonoranCad.Remove911.Commands;

/// <summary>The messages that the resource logs when it starts.</summary>
internal static class StartupMessages
{
    public static void Write(ILog log, ConfigFile file, AccountResolution resolution, ResourceInfo resource)
    {
        WriteAll(log, LogLevel.Error, file.Errors);
        WriteAll(log, LogLevel.Warn, file.Warnings);

        if (resolution.Account is { } account)
            log.Write(LogLevel.Info, Ready(file.Settings, resolution, account, resource.Version));
        else if (resolution.MissingReason == MissingAccountReason.SonoranCadNotStarted)
            log.Write(LogLevel.Warn, HowToFix(resolution, resource.Name));
        else if (resolution.MissingKeys is not null)
            WriteMissing(log, resolution, resource.Name, file.Settings.Command);
        else if (file.AccountError is null)
            log.Write(LogLevel.Error, resolution.Error!.Message);
    }

    public static void WriteAll(ILog log, LogLevel level, IEnumerable<Phrase> lines)
    {
        foreach (var line in lines)
            log.Write(level, line);
    }

    /// <summary>Says how to fix an account that lacks a value.</summary>
    public static Phrase HowToFix(AccountResolution resolution, string resource) =>
        new Phrase(resolution.MissingReason switch
        {
            MissingAccountReason.CommunityNotSet => "start.community_missing",
            MissingAccountReason.SonoranCadNotStarted => "start.not_started",
            MissingAccountReason.KeyUnreadable => "start.key_withheld",
            MissingAccountReason.KeyNotPublished => "start.key_not_published",
            _ => "start.missing_fix",
        }).With("keys", resolution.MissingKeys!).With("folder", resource)
            .With("convar", AccountResolver.KeyConvar).With("community_convar", AccountResolver.CommunityConvar);

    private static Phrase Ready(Settings settings, AccountResolution resolution, CadAccount account, string version)
    {
        var ready = new Phrase(account.ServerId.HasValue ? "start.ready_with_server" : "start.ready")
            .With("version", version).With("command", settings.Command)
            .With("account", account.Describe()).With("server", account.ServerId ?? 0);
        return Phrase.Join(StatusMessages.Sources(resolution, settings).Prepend(ready));
    }

    // Three lines: what is missing, how to fix it, and what to do then.
    private static void WriteMissing(ILog log, AccountResolution resolution, string resource, string command)
    {
        var missing = new Phrase(resolution.AreBothKeysMissing ? "start.missing.many" : "start.missing.one");
        log.Write(LogLevel.Error, missing.With("keys", resolution.MissingKeys!));
        log.Write(LogLevel.Error, HowToFix(resolution, resource));
        log.Write(LogLevel.Error, new Phrase("start.missing_then").With("command", command));
    }
}
