using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Commands;

/// <summary>Runs what somebody typed: a subcommand, or the removal of the calls that the words name.</summary>
internal sealed class CommandService(
    SubcommandTable subcommands, RemovalService removals, IPlayerDirectory players, SettingsMonitor settings)
{
    /// <param name="requester">Who typed it; has the command's permission.</param>
    /// <param name="reply">The way back.</param>
    /// <param name="words">The words after the command, as texts; null counts as none.</param>
    public void Run(Requester requester, IReply reply, IReadOnlyList<object>? words)
    {
        words ??= Array.Empty<object>();
        if (subcommands.Find(words) is { } subcommand)
        {
            Run(subcommand, requester, reply, words);
            return;
        }

        var ids = CallIdParser.ParseWords(words);
        if (ids.Refusal is not null)
        {
            removals.Refuse(requester, RemovalErrors.WithUsage(ids.Refusal, settings.Current.Command), reply);
            return;
        }

        removals.Submit(requester, ids, reply);
    }

    private void Run(ISubcommand subcommand, Requester requester, IReply reply, IReadOnlyList<object> words)
    {
        var definition = subcommand.Definition;
        var ace = settings.Current.Ace + definition.AceSuffix;
        if (requester.Kind == RequesterKind.Player && definition.AceSuffix.Length > 0 && !players.IsAllowed(requester.Source, ace))
        {
            removals.Refuse(requester, RemovalErrors.NoPermission(ace), reply);
        }
        else if (definition.FindUsage(words) is { } usage)
        {
            subcommand.Run(new CommandContext(requester, reply, usage));
        }
        else
        {
            reply.Notify(new Phrase("open.usage").With("command", settings.Current.Command), Tone.Warning);
        }
    }
}
