namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 reload</c>: applies the current config.json and convars without a restart.</summary>
internal sealed class ReloadCommand(ConfigReloader reloader, AccountCheck accountCheck, ILog log, ResourceInfo resource) : ISubcommand
{
    // As many names as leave room in the chat for the other lines.
    private const int MaxShown = 8;

    public SubcommandDefinition Definition => SubcommandDefinitions.Reload;

    public void Run(CommandContext context)
    {
        var result = reloader.Reload();
        if (result.Resolution is not { } resolution)
        {
            Refuse(context, result.Errors);
            return;
        }

        var lines = BuildLines(result, resolution, context.IsConsole);
        if (accountCheck.Schedule())
            lines.Add(new Phrase("reload.checks"));

        context.Reply.Notify(Phrase.JoinLines(lines), resolution.Account is null ? Tone.Warning : Tone.Success);
        StartupMessages.WriteAll(log, LogLevel.Warn, result.Warnings);

        if (!context.IsConsole)
            LogReloaded(context.Requester, LogLevel.Info, DescribeChanges(result, int.MaxValue));
    }

    // The errors quote the file, which is for the owner: a player sees only the first, the console all of them.
    private void Refuse(CommandContext context, IReadOnlyList<Phrase> errors)
    {
        var refused = new Phrase("reload.refused");
        IEnumerable<Phrase> shown = context.IsConsole ? errors : [errors[0], new Phrase("reload.see_console")];
        context.Reply.Notify(Phrase.JoinLines(shown.Prepend(refused)), Tone.Error);
        if (!context.IsConsole)
        {
            LogReloaded(context.Requester, LogLevel.Warn, refused);
            StartupMessages.WriteAll(log, LogLevel.Error, errors);
        }
    }

    private void LogReloaded(Requester requester, LogLevel level, Phrase result) =>
        log.Write(level, new Phrase("log.reloaded").With("requester", requester.LogName).With("result", result));

    private List<Phrase> BuildLines(ReloadResult result, AccountResolution resolution, bool isConsole)
    {
        List<Phrase> lines = [DescribeChanges(result, isConsole ? int.MaxValue : MaxShown)];
        if (result.NeedsRestart)
            lines.Add(new Phrase("reload.command").With("folder", resource.Name));

        if (resolution.Account is null)
            lines.Add(resolution.Error!.Message);
        else if (result.WasAccountRefused)
            lines.Add(new Phrase("reload.tried_again"));

        if (isConsole && resolution.MissingKeys is not null)
            lines.Add(StartupMessages.HowToFix(resolution, resource.Name));

        return lines;
    }

    private static Phrase DescribeChanges(ReloadResult result, int most) => result.ChangedNames.Count > 0
        ? new Phrase("reload.changed").With("keys", ListFormatter.FormatShort(result.ChangedNames, most))
        : new Phrase(result.ConvarsChanged ? "reload.convars_changed" : "reload.unchanged");
}
