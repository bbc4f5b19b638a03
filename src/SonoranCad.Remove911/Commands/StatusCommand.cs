namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 status</c>: the state in a few lines, five for a player. The chat shows the end: account and last error.</summary>
internal sealed class StatusCommand(
    DeliveryStatus status, AccountProvider accounts, AccountCheck check, SettingsMonitor settings, ResourceInfo resource) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.Status;

    public void Run(CommandContext context)
    {
        List<Phrase> lines = [.. StatusMessages.Lines(status, accounts.IsReady && check.Refusal is null)];
        if (context.IsConsole)
            lines.Insert(0, new Phrase("status.version").With("version", resource.Version).With("folder", resource.Name));

        AddAccount(lines, context.IsConsole);
        if (context.IsConsole)
            lines.AddRange(StatusMessages.Sources(accounts.Resolution!, settings.Current));

        lines.Add(StatusMessages.LastError(status, context.IsConsole));
        context.Reply.Notify(Phrase.JoinLines(lines), Tone.Info);
    }

    // The community id and the contents of config.json are for the owner: a player sees neither.
    private void AddAccount(List<Phrase> lines, bool isConsole)
    {
        var account = accounts.GetCurrent(out var error);
        var refusal = account is null ? error! : check.Refusal;
        if (!isConsole)
            lines.Add(refusal is null ? new Phrase("status.account_of_player") : new Phrase("status.no_account_of_player").With("code", refusal.Code));
        else if (account is null)
            lines.Add(new Phrase("status.no_account").With("reason", error!.Message));
        else if (refusal is null)
            lines.Add(new Phrase("status.account").With("account", account.Describe()));
        else
            lines.Add(new Phrase("status.check_refused").With("reason", refusal.Message).With("account", account.Describe()));

        if (isConsole && accounts.Resolution is { MissingKeys: not null } resolution)
            lines.Add(StartupMessages.HowToFix(resolution, resource.Name));
    }
}
