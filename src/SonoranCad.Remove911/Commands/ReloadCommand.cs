using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 reload</c>: config.json as it stands now, without a restart.</summary>
internal sealed class ReloadCommand(ConfigReloader reloader, AccountCheck accountCheck, ILog log, ResourceInfo resource) : ISubcommand
{
    public SubcommandDefinition Definition => SubcommandDefinitions.Reload;

    public void Run(CommandContext context)
    {
        var isConsole = context.Requester.Kind == RequesterKind.Console;
        var result = reloader.Reload();
        if (result.Resolution is null)
        {
            Refuse(context, result.Errors, isConsole);
            return;
        }

        var lines = BuildLines(result, isConsole);
        if (accountCheck.Schedule())
        {
            lines.Add(new Phrase("reload.checks"));
        }

        context.Reply.Notify(Phrase.JoinLines(lines), result.Resolution.Account is null ? Tone.Warning : Tone.Success);
        foreach (var warning in result.Warnings)
        {
            log.Write(LogLevel.Warn, warning);
        }

        if (!isConsole)
        {
            log.Write(LogLevel.Info, new Phrase("log.reloaded").With("requester", context.Requester.LogName).With("result", lines[0]));
        }
    }

    // What the file's lines quote is for the owner: a player gets the first, the console has all.
    private void Refuse(CommandContext context, IReadOnlyList<Phrase> errors, bool isConsole)
    {
        if (isConsole)
        {
            context.Reply.Notify(Phrase.JoinLines(errors.Prepend(new Phrase("reload.refused"))), Tone.Warning);
            return;
        }

        context.Reply.Notify(Phrase.JoinLines(new[] { new Phrase("reload.refused"), errors[0], new Phrase("reload.see_console") }), Tone.Warning);
        log.Write(
            LogLevel.Warn, new Phrase("log.reloaded").With("requester", context.Requester.LogName).With("result", new Phrase("reload.refused")));
        foreach (var error in errors)
        {
            log.Write(LogLevel.Error, error);
        }
    }

    private List<Phrase> BuildLines(ReloadResult result, bool isConsole)
    {
        var lines = new List<Phrase> { DescribeChanges(result) };
        if (result.NeedsRestart)
        {
            lines.Add(new Phrase("reload.command").With("folder", resource.Name));
        }

        if (result.WasAccountRefused && result.Resolution!.Account is not null)
        {
            lines.Add(new Phrase("reload.tried_again"));
        }

        if (result.Resolution!.Account is null)
        {
            AddAccountError(lines, result.Resolution, isConsole);
        }

        return lines;
    }

    private static Phrase DescribeChanges(ReloadResult result)
    {
        if (result.ChangedKeys.Count > 0)
        {
            return new Phrase("reload.changed").With("keys", string.Join(", ", result.ChangedKeys));
        }

        return result.ConvarsChanged ? new Phrase("reload.convars_changed") : new Phrase("reload.unchanged");
    }

    private void AddAccountError(List<Phrase> lines, AccountResolution resolution, bool isConsole)
    {
        lines.Add(resolution.Error!.Message);
        if (isConsole && resolution.MissingKeys is not null)
        {
            lines.Add(StartupMessages.HowToFix(resolution, resource.Name));
        }
    }
}
