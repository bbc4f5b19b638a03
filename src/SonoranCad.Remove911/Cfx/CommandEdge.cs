using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Cfx;

/// <summary>The chat and console command.</summary>
internal sealed class CommandEdge
{
    private readonly ClearDesk _desk;
    private readonly IPlayers _players;
    private readonly EdgeGuard _guard;
    private readonly ConsoleReply _console;

    public CommandEdge(ClearDesk desk, IPlayers players, EdgeGuard guard, ILog log)
    {
        _desk = desk;
        _players = players;
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
            if (source != 0 && !_desk.Admits(source))
            {
                return;
            }

            var ids = CallIdWords.Read(args);
            var requester = source != 0 ? _players.Describe(source) : Requester.Console;
            IReply reply = source != 0 ? new PlayerReply(_players, source) : _console;
            if (ids.Refusal is not null)
            {
                _desk.Refuse(requester, Outcomes.WithUsage(ids.Refusal, _desk.Command), reply);
                return;
            }

            _desk.Clear(requester, ids, reply);
        }
        catch (Exception e)
        {
            _guard.Caught("the command", e);
        }
    }
}
