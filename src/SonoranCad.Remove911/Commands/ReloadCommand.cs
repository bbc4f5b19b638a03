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
    private readonly ConfigReloader _reload;
    private readonly Func<bool> _check;
    private readonly ILog _log;
    private readonly string _resource;

    /// <param name="reload">Reads and applies the file.</param>
    /// <param name="check">Has the account checked; true where it will be.</param>
    /// <param name="log">The log.</param>
    /// <param name="resource">This resource's name.</param>
    public ReloadCommand(ConfigReloader reload, Func<bool> check, ILog log, string resource)
    {
        _reload = reload;
        _check = check;
        _log = log;
        _resource = resource;
    }

    public string Word => "reload";

    public string AceSuffix => "reload";

    public void Run(CommandContext call)
    {
        var isConsole = call.Requester.Kind == RequesterKind.Console;
        var reloading = _reload.Run();
        if (reloading.Account is null)
        {
            Refuse(call, reloading.Errors, isConsole);
            return;
        }

        var lines = Lines(reloading, isConsole);
        if (_check())
        {
            lines.Add(new Phrase("reload.checks"));
        }

        call.Reply.Tell(Phrase.Lines(lines), reloading.Account.Account is null ? Tone.Warning : Tone.Success);
        foreach (var warning in reloading.Warnings)
        {
            _log.Write(LogLevel.Warn, warning);
        }

        if (!isConsole)
        {
            _log.Write(LogLevel.Info, new Phrase("log.reloaded").With("requester", call.Requester.Describe()).With("result", lines[0]));
        }
    }

    // What the file's lines quote is for the owner: a player gets the first, the console has all.
    private void Refuse(CommandContext call, IReadOnlyList<Phrase> errors, bool isConsole)
    {
        if (isConsole)
        {
            call.Reply.Tell(Phrase.Lines(errors.Prepend(new Phrase("reload.refused"))), Tone.Warning);
            return;
        }

        call.Reply.Tell(Phrase.Lines(new[] { new Phrase("reload.refused"), errors[0], new Phrase("reload.see_console") }), Tone.Warning);
        _log.Write(
            LogLevel.Warn, new Phrase("log.reloaded").With("requester", call.Requester.Describe()).With("result", new Phrase("reload.refused")));
        foreach (var error in errors)
        {
            _log.Write(LogLevel.Error, error);
        }
    }

    private List<Phrase> Lines(ReloadResult reloading, bool isConsole)
    {
        var lines = new List<Phrase> { Changes(reloading) };
        if (reloading.IsCommandOld)
        {
            lines.Add(new Phrase("reload.command").With("folder", _resource));
        }

        if (reloading.WasRefused && reloading.Account!.Account is not null)
        {
            lines.Add(new Phrase("reload.tried_again"));
        }

        if (reloading.Account!.Account is null)
        {
            AddFault(lines, reloading.Account, isConsole);
        }

        return lines;
    }

    private static Phrase Changes(ReloadResult reloading)
    {
        if (reloading.Changed.Count > 0)
        {
            return new Phrase("reload.changed").With("keys", string.Join(", ", reloading.Changed));
        }

        return reloading.IsOfOtherConvars ? new Phrase("reload.convars_changed") : new Phrase("reload.unchanged");
    }

    private void AddFault(List<Phrase> lines, AccountResolution account, bool isConsole)
    {
        lines.Add(account.Fault!.Message);
        if (isConsole && account.Missing is not null)
        {
            lines.Add(StartupMessages.Mend(account, _resource));
        }
    }
}
