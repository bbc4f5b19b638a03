namespace SonoranCad.Remove911.Commands;

/// <summary>Runs the command: a subcommand, or else the removal of the calls whose ids were typed.</summary>
internal sealed class CommandService(
    SubcommandTable subcommands, RemovalService removals, IPlayerDirectory players, SettingsMonitor settings)
{
    /// <summary>Runs <paramref name="words"/>, which follow the command. The requester has the command's permission.</summary>
    public void Run(Requester requester, IReply reply, IReadOnlyList<object>? words)
    {
        words ??= [];
        if (subcommands.Find(words) is { } subcommand)
        {
            Run(subcommand, requester, reply, words);
            return;
        }

        var ids = CallIdParser.ParseWords(words);
        if (ids.Refusal is not null)
            removals.Refuse(requester, RemovalErrors.WithUsage(ids.Refusal, settings.Current.Command), reply);
        else
            removals.Submit(requester, ids.Ids, reply);
    }

    private void Run(ISubcommand subcommand, Requester requester, IReply reply, IReadOnlyList<object> words)
    {
        var definition = subcommand.Definition;
        var current = settings.Current;
        if (!definition.IsAllowed(requester.Source, players, current.Ace))
            removals.Refuse(requester, RemovalErrors.NoPermission(current.Ace + definition.AceSuffix), reply);
        else if (definition.FindUsage(words) is { } usage)
            subcommand.Run(new CommandContext(requester, reply, usage, string.Join(" ", words.Skip(1))));
        else
            reply.Notify(new Phrase("command.unknown").With("command", current.Command), Tone.Error);
    }
}
