using System;
using CadServer;
using CadServer.Discord;
using FxServer;

namespace Playground.Scene;

/// <summary>How the stand-ins are started. Tests start them in virtual time and without sockets.</summary>
/// <param name="Cad">Starts the CAD.</param>
/// <param name="Discord">Starts the webhook.</param>
/// <param name="Server">Starts the game server for a data directory and a game; it reports hosts that it sends nothing to.</param>
internal sealed record StandIns(Func<Cad> Cad, Func<DiscordWebhook> Discord, Func<string, FxGame, Action<string>, GameServer> Server)
{
    /// <summary>Stand-ins on real sockets, with the machine's clock.</summary>
    public static StandIns Real { get; } = new(
        () => CadServer.Cad.Start(), () => DiscordWebhook.Start(), (data, game, blocked) => new GameServer(data, game, transport: new LoopbackTransport(blocked)));
}
