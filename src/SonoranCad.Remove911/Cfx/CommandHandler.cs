using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <summary>The chat and console command.</summary>
internal sealed class CommandHandler
{
    private readonly RemovalService _removals;
    private readonly IPlayerDirectory _players;
    private readonly SubcommandTable _subcommands;
    private readonly ITickSwitch _tick;
    private readonly ExceptionGuard _guard;
    private readonly ConsoleReply _consoleReply;

    public CommandHandler(RemovalService removals, IPlayerDirectory players, SubcommandTable subcommands, ITickSwitch tick, ExceptionGuard guard, ILog log)
    {
        _removals = removals;
        _players = players;
        _subcommands = subcommands;
        _tick = tick;
        _guard = guard;
        _consoleReply = new ConsoleReply(log);
    }

    /// <summary>The command's handler.</summary>
    /// <param name="source">The player's server id; 0 for the console or another resource's ExecuteCommand.</param>
    /// <param name="args">The words behind the command.</param>
    /// <param name="raw">The whole line; not used.</param>
    public void OnCommand(int source, List<object> args, string raw)
    {
        try
        {
            // The server checked it before; an owner may have lost the restriction to another resource's registration.
            if (source != 0 && !_removals.TryAdmit(source))
            {
                return;
            }

            var requester = source != 0 ? _players.Describe(source) : Requester.Console;
            IReply reply = source != 0 ? new PlayerReply(_players, source) : _consoleReply;
            if (_subcommands.Find(args) is { } subcommand)
            {
                Run(subcommand, source, new CommandContext(requester, reply, args ?? new List<object>()));
                return;
            }

            var ids = CallIdParser.ParseWords(args);
            if (ids.Refusal is not null)
            {
                _removals.Refuse(requester, RemovalErrors.WithUsage(ids.Refusal, _removals.Command), reply);
                return;
            }

            _removals.Submit(requester, ids, reply);
        }
        catch (Exception e)
        {
            _guard.LogFault("command", e);
        }
    }

    private void Run(ISubcommand subcommand, int source, CommandContext context)
    {
        if (source != 0 && subcommand.AceSuffix.Length > 0 && !_players.IsAllowed(source, _removals.Ace + subcommand.AceSuffix))
        {
            _removals.Refuse(context.Requester, RemovalErrors.NoPermission(_removals.Ace + subcommand.AceSuffix), context.Reply);
            return;
        }

        // The console is answered by the log, which the tick writes.
        subcommand.Run(context);
        _tick.On();
    }
}
