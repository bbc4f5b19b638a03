namespace SonoranCad.Remove911.Cfx;

internal sealed class CommandHandler(
    RequestGuard requestGuard, CommandService commands, IPlayerDirectory players, IPlayerMessenger messenger, ConsoleReply consoleReply)
{
    /// <summary>Runs the command. The source is a player's server id; 0 for the console and for ExecuteCommand of other resources.</summary>
    public void OnCommand(int source, IReadOnlyList<object>? words, string? line)
    {
        if (source == 0)
        {
            commands.Run(Requester.Console, consoleReply, CommandWords.Read(words, line));
        }
        else if (requestGuard.TryAdmit(source))
        {
            // The guard checks the permission too, because another resource may have registered the command again without it.
            var player = players.Describe(source);
            commands.Run(player, new PlayerReply(messenger, players, player), CommandWords.Read(words, line));
        }
    }
}
