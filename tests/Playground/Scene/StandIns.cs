using System;
using CadServer;
using CadServer.Discord;
using FxServer;

namespace Playground.Scene;

/// <summary>How the scene's stand-ins are started: tests start them in virtual time and without sockets.</summary>
/// <param name="Cad">Starts the CAD.</param>
/// <param name="Discord">Starts the webhook.</param>
/// <param name="Server">Starts the game server for its data directory and its game.</param>
internal sealed record StandIns(Func<Cad> Cad, Func<DiscordWebhook> Discord, Func<string, FxGame, GameServer> Server)
{
    /// <summary>On real sockets, with the machine's clock.</summary>
    public static StandIns Real { get; } = new(
        () => CadServer.Cad.Start(), () => DiscordWebhook.Start(), (data, game) => new GameServer(data, game));
}
