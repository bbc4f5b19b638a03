using SonoranCad.Remove911.Delivery;

namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 status</c>: the resource's state in a few lines.</summary>
internal sealed class StatusCommand(
    DeliveryStatusReader reader, AccountProvider accounts, AccountCheck check, SettingsMonitor settings, ResourceInfo resource) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.Status;

    public void Run(CommandContext context)
    {
        List<Phrase> lines = [new Phrase("status.version").With("version", resource.Version).With("folder", resource.Name)];
        var isConsole = context.Requester.Kind == RequesterKind.Console;
        AddAccount(lines, isConsole);
        if (isConsole)
        {
            lines.AddRange(StatusMessages.Sources(accounts.Resolution, settings.Current));
        }

        lines.AddRange(StatusMessages.Lines(reader.Read(), accounts.IsReady && check.Refusal is null));
        context.Reply.Notify(Phrase.JoinLines(lines), Tone.Info);
    }

    // The community id and the contents of config.json are for the owner: a player sees neither.
    private void AddAccount(List<Phrase> lines, bool isConsole)
    {
        var account = accounts.GetCurrent(out var error);
        if (account is not null && check.Refusal is { } refusal)
        {
            lines.Add(isConsole
                ? new Phrase("status.check_refused").With("account", account.Describe()).With("reason", refusal.Message)
                : new Phrase("status.no_account_of_player").With("code", refusal.Code));
        }
        else if (account is not null)
        {
            lines.Add(isConsole ? new Phrase("status.account").With("account", account.Describe()) : new Phrase("status.account_of_player"));
        }
        else if (!isConsole)
        {
            lines.Add(new Phrase("status.no_account_of_player").With("code", error!.Code));
        }
        else
        {
            lines.Add(new Phrase("status.no_account").With("reason", error!.Message));
            if (accounts.Resolution is { MissingKeys: not null } resolution)
            {
                lines.Add(StartupMessages.HowToFix(resolution, resource.Name));
            }
        }
    }
}
