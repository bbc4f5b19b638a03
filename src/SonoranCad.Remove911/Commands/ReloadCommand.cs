using System;
using System.Collections.Generic;
using System.Linq;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Commands;

/// <summary><c>/clear911 reload</c>: config.json as it stands now, without a restart.</summary>
internal sealed class ReloadCommand : ISubcommand
{
    private readonly ConfigReloader _reloader;
    private readonly Func<bool> _scheduleCheck;
    private readonly ILog _log;
    private readonly string _resource;

    /// <param name="reloader">Reads and applies the file.</param>
    /// <param name="scheduleCheck">Has the account checked; true where it will be.</param>
    /// <param name="log">The log.</param>
    /// <param name="resource">This resource's name.</param>
    public ReloadCommand(ConfigReloader reloader, Func<bool> scheduleCheck, ILog log, string resource)
    {
        _reloader = reloader;
        _scheduleCheck = scheduleCheck;
        _log = log;
        _resource = resource;
    }

    public string Word => "reload";

    public string AceSuffix => "reload";

    public void Run(CommandContext context)
    {
        var isConsole = context.Requester.Kind == RequesterKind.Console;
        var result = _reloader.Reload();
        if (result.Resolution is null)
        {
            Refuse(context, result.Errors, isConsole);
            return;
        }

        var lines = BuildLines(result, isConsole);
        if (_scheduleCheck())
        {
            lines.Add(new Phrase("reload.checks"));
        }

        context.Reply.Notify(Phrase.JoinLines(lines), result.Resolution.Account is null ? Tone.Warning : Tone.Success);
        foreach (var warning in result.Warnings)
        {
            _log.Write(LogLevel.Warn, warning);
        }

        if (!isConsole)
        {
            _log.Write(LogLevel.Info, new Phrase("log.reloaded").With("requester", context.Requester.Describe()).With("result", lines[0]));
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
        _log.Write(
            LogLevel.Warn, new Phrase("log.reloaded").With("requester", context.Requester.Describe()).With("result", new Phrase("reload.refused")));
        foreach (var error in errors)
        {
            _log.Write(LogLevel.Error, error);
        }
    }

    private List<Phrase> BuildLines(ReloadResult result, bool isConsole)
    {
        var lines = new List<Phrase> { DescribeChanges(result) };
        if (result.CommandNeedsRestart)
        {
            lines.Add(new Phrase("reload.command").With("folder", _resource));
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
            lines.Add(StartupMessages.HowToFix(resolution, _resource));
        }
    }
}
