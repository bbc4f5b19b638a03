using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using CadServer;
using FxServer;
using Playground.Scene;

namespace Playground.Display;

/// <summary>Keeps what appears anywhere until it is shown, in the order in which it came: nothing is lost between prompts.</summary>
internal sealed class NewsFeed
{
    private readonly World _world;
    private readonly Screen _screen;
    private readonly List<CadRequest> _unanswered = [];

    // The console's lines come on the thread that printed them, which a bad resource may choose.
    private readonly ConcurrentQueue<(string Where, string Text)> _lines = new();
    private int _requestsSeen;

    public NewsFeed(World world, Outcomes outcomes, Screen screen)
    {
        _world = world;
        _screen = screen;
        world.Server.Console.LineWritten += line => Add("console", line);
        foreach (var player in world.Server.Players)
        {
            player.ChatLineShown += line => Add(ChatOf(player), line);
            player.NotificationShown += shown => Add(FirstName(player) + "'s toast", shown.ToString());
            player.SuggestionOffered += offered => Add(ChatOf(player), $"offers {offered}");
            player.SuggestionRemoved += name => Add(ChatOf(player), $"no longer offers {name}");
        }

        outcomes.Heard += (name, args) =>
        {
            if (ShowsEvents)
            {
                Add("event", $"{name} {Json.Write(args)}");
            }
        };
    }

    /// <summary>Whether the resource's own events are shown too.</summary>
    public bool ShowsEvents { get; set; }

    public bool HasNews =>
        !_lines.IsEmpty
        || _world.Cad.Requests.Count > _requestsSeen
        || _unanswered.Exists(request => request.Answered is not null);

    /// <summary>A line of the prompt's own, in its turn.</summary>
    public void Tell(string where, string text) => Add(where, text);

    /// <summary>A function for a resource to call back.</summary>
    public Func<object?[], object?> Callback() => args =>
    {
        Add("callback", args.Length == 1 ? Json.Write(args[0]) : Json.Write(args));
        return null;
    };

    public void Show()
    {
        // Looked at in this order and shown in the other: what the resource says of an answer comes behind the answer.
        var said = TakeLines();
        foreach (var (where, text) in CadNews().Concat(said))
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

    private List<(string Where, string Text)> CadNews()
    {
        var news = new List<(string, string)>();
        AddAnswers(news);
        var requests = _world.Cad.Requests;
        for (; _requestsSeen < requests.Count; _requestsSeen++)
        {
            news.Add(("to CAD", RequestLines.Question(requests[_requestsSeen])));
            _unanswered.Add(requests[_requestsSeen]);
        }

        AddAnswers(news);
        return news;
    }

    private void AddAnswers(List<(string Where, string Text)> news)
    {
        // The status is asked once: it may come between a first look and a second.
        var answered = _unanswered.FindAll(request => request.Answered is not null);
        news.AddRange(answered.Select(request => ("from CAD", RequestLines.Answer(request))));
        _unanswered.RemoveAll(answered.Contains);
    }
}
