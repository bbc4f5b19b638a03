using System;
using System.Globalization;
using System.Linq;
using Benchmarks;
using FxServer;

namespace MonoHost;

internal sealed class Steps
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private static readonly char[] Space = { ' ' };

    private readonly GameServer _server;
    private readonly string _resource;
    private readonly SonoranCadResource? _sonoranCad;

    public Steps(GameServer server, string resource, SonoranCadResource? sonoranCad)
    {
        _sonoranCad = sonoranCad;
        _server = server;
        _resource = resource;
    }

    /// <summary>Returns false if what a step waits for does not come.</summary>
    public bool Run(string step)
    {
        var words = step.Split(Space, 2);
        var rest = words.Length > 1 ? words[1] : "";
        switch (words[0])
        {
            case "as":
                FindPlayer(rest, out var command).Command(command);
                return true;
            case "wait-console":
                return _server.TickUntil(() => _server.Console.Lines.Any(line => Contains(line, rest)), Timeout);
            case "wait-chat":
                var player = FindPlayer(rest, out var text);
                return _server.TickUntil(() => player.Chat.Any(line => Contains(line, text)), Timeout);
            case "sonorancad" when _sonoranCad is not null:
                Act(_sonoranCad, rest.Split(' '));
                return true;
            case "ticks":
                Tick(int.Parse(rest, CultureInfo.InvariantCulture));
                return true;
            case "compare":
                Compare();
                return true;
            case "kill":
                _server.KillResource(_resource);
                return true;
            default:
                _server.ConsoleCommand(step);
                return true;
        }
    }

    private static bool Contains(string line, string text) => line.IndexOf(text, StringComparison.Ordinal) >= 0;

    private static void Act(SonoranCadResource sonoranCad, string[] words)
    {
        var callId = int.Parse(words[1], CultureInfo.InvariantCulture);
        var count = words.Length > 2 ? int.Parse(words[2], CultureInfo.InvariantCulture) : 1;
        switch (words[0])
        {
            case "poll":
                sonoranCad.Poll(Enumerable.Range(callId, count).Select(id => SonoranCadResource.ListedCall(id)).ToArray());
                break;
            case "incoming":
                sonoranCad.IncomingCall(callId);
                break;
            case "removed":
                sonoranCad.CallRemoved(callId);
                break;
            default:
                throw new ArgumentException($"sonorancad cannot {words[0]}.");
        }
    }

    private FxPlayer FindPlayer(string words, out string rest)
    {
        var parts = words.Split(Space, 2);
        rest = parts.Length > 1 ? parts[1] : "";
        return _server.Players.FirstOrDefault(player => player.NetId.ToString(CultureInfo.InvariantCulture) == parts[0])
            ?? throw new ArgumentException($"There is no player {parts[0]}.");
    }

    // Mono compiles each method once, so little warm-up is needed. All accepted calls fit in the largest outbox.
    private void Compare()
    {
        _server.StartScripts("empty", typeof(EmptyScript).Assembly, type => type == typeof(EmptyScript));
        var rounds = new CommandRounds(_server);
        rounds.Run(2, 7, () => { });
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "compare| {0} {1} {2}", rounds.Empty, rounds.Clear, rounds.Ratio));
    }

    private void Tick(int count)
    {
        var left = count;
        _server.TickUntil(() => left-- == 0, TimeSpan.MaxValue);
    }
}
