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
    private readonly RemovalService _desk;
    private readonly IPlayerDirectory _players;
    private readonly SubcommandTable _subcommands;
    private readonly ITickSwitch _tick;
    private readonly ExceptionGuard _guard;
    private readonly ConsoleReply _console;

    public CommandHandler(RemovalService desk, IPlayerDirectory players, SubcommandTable subcommands, ITickSwitch tick, ExceptionGuard guard, ILog log)
    {
        _desk = desk;
        _players = players;
        _subcommands = subcommands;
        _tick = tick;
        _guard = guard;
        _console = new ConsoleReply(log);
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
            if (source != 0 && !_desk.TryAdmit(source))
            {
                return;
            }

            var requester = source != 0 ? _players.Describe(source) : Requester.Console;
            IReply reply = source != 0 ? new PlayerReply(_players, source) : _console;
            if (_subcommands.Find(args) is { } subcommand)
            {
                Run(subcommand, source, new CommandContext(requester, reply, args ?? new List<object>()));
                return;
            }

            var ids = CallIdParser.Read(args);
            if (ids.Refusal is not null)
            {
                _desk.Refuse(requester, RemovalErrors.WithUsage(ids.Refusal, _desk.Command), reply);
                return;
            }

            _desk.Clear(requester, ids, reply);
        }
        catch (Exception e)
        {
            _guard.LogFault("command", e);
        }
    }

    private void Run(ISubcommand subcommand, int source, CommandContext call)
    {
        if (source != 0 && subcommand.AceSuffix.Length > 0 && !_players.IsAllowed(source, _desk.Ace + subcommand.AceSuffix))
        {
            _desk.Refuse(call.Requester, RemovalErrors.NoPermission(_desk.Ace + subcommand.AceSuffix), call.Reply);
            return;
        }

        // The console is answered by the log, which the tick writes.
        subcommand.Run(call);
        _tick.On();
    }
}
