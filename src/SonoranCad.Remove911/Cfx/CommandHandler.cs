using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Commands;
using SonoranCad.Remove911.Removals;

namespace SonoranCad.Remove911.Cfx;

/// <summary>The chat and console command.</summary>
internal sealed class CommandHandler(
    RequestGuard requestGuard, CommandService commands, IPlayerDirectory players, IPlayerMessenger messenger, ConsoleReply consoleReply)
{
    /// <summary>The command's handler.</summary>
    /// <param name="source">The player's server id; 0 for the console or another resource's ExecuteCommand.</param>
    /// <param name="words">The words after the command.</param>
    public void OnCommand(int source, IReadOnlyList<object>? words)
    {
        if (source == 0)
        {
            commands.Run(Requester.Console, consoleReply, words);
        }
        else if (requestGuard.TryAdmit(source))
        {
            // The server checked the permission too; an owner may have lost that to another resource's registration.
            commands.Run(players.Describe(source), new PlayerReply(messenger, source), words);
        }
    }
}
