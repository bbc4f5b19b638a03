using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using FxServer;
using Playground.Scene;

namespace Playground.Display;

/// <summary>Collects what appears anywhere until it is shown, in order, so that nothing is lost between prompts.</summary>
internal sealed class ActivityFeed
{
    private readonly Screen _screen;
    private readonly RequestActivity _cad;
    private readonly RequestActivity _discord;

    // A console line arrives on the thread that printed it, and a faulty resource may print on any.
    private readonly ConcurrentQueue<(string Where, string Text)> _lines = new();

    public ActivityFeed(World world, OutcomeTracker outcomes, Screen screen)
    {
        _screen = screen;
        _cad = new RequestActivity("CAD", () => world.Cad.Requests);
        _discord = new RequestActivity("Discord", () => world.Discord.Requests);
        world.Server.Console.LineWritten += line => Add("console", line);
        world.RequestBlocked += host => Add("network", $"Nothing was sent to {host}: the Playground reaches this machine only.");
        foreach (var player in world.Server.Players)
        {
            player.ChatLineShown += line => Add(ChatOf(player), line);
            player.NotificationShown += shown => Add(FirstName(player) + "'s toast", shown.ToString());
            player.SuggestionOffered += offered => Add(ChatOf(player), $"offers {offered}");
            player.SuggestionRemoved += name => Add(ChatOf(player), $"no longer offers {name}");
        }

        outcomes.EventReceived += (name, args) =>
        {
            if (ShowsEvents)
            {
                Add("event", $"{name} {Json.Write(args)}");
            }
        };
    }

    /// <summary>Whether the resource's own events are shown too.</summary>
    public bool ShowsEvents { get; set; }

    public bool HasActivity => !_lines.IsEmpty || _cad.HasActivity || _discord.HasActivity;

    /// <summary>Adds a line of the Playground's own.</summary>
    public void Report(string where, string text) => Add(where, text);

    /// <summary>A function that a resource can call back.</summary>
    public Func<object?[], object?> Callback() => args =>
    {
        Add("callback", args.Length == 1 ? Json.Write(args[0]) : Json.Write(args));
        return null;
    };

    public void Show()
    {
        // The lines are taken first and shown last, so that what the resource says about a response follows the response.
        var said = TakeLines();
        foreach (var (where, text) in _cad.Take().Concat(_discord.Take()).Concat(said))
        {
            _screen.Line(where, text);
        }
    }

    private static string ChatOf(FxPlayer player) => FirstName(player) + "'s chat";

    private static string FirstName(FxPlayer player) => player.Name.Split(' ')[0];

    private void Add(string where, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            _lines.Enqueue((where, line));
        }
    }

    private List<(string Where, string Text)> TakeLines()
    {
        var taken = new List<(string, string)>();
        while (_lines.TryDequeue(out var line))
        {
            taken.Add(line);
        }

        return taken;
    }
}
