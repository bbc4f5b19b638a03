using System;
using System.Collections.Generic;
using System.Linq;
using CadServer;

namespace Playground.Display;

/// <summary>What reached a stand-in and what it answered, each told once.</summary>
internal sealed class RequestActivity
{
    private readonly string _name;
    private readonly Func<IReadOnlyList<ReceivedRequest>> _requests;
    private readonly List<ReceivedRequest> _unanswered = [];
    private int _seen;

    /// <param name="name">The stand-in's, for the mark before the line.</param>
    /// <param name="requests">All it has got so far.</param>
    public RequestActivity(string name, Func<IReadOnlyList<ReceivedRequest>> requests)
    {
        _name = name;
        _requests = requests;
    }

    public bool HasActivity => _requests().Count > _seen || _unanswered.Exists(request => request.ResponseStatus is not null);

    public List<(string Where, string Text)> Take()
    {
        var news = new List<(string, string)>();
        AddAnswers(news);
        var requests = _requests();
        for (; _seen < requests.Count; _seen++)
        {
            news.Add(("to " + _name, RequestFormatter.FormatRequest(requests[_seen])));
            _unanswered.Add(requests[_seen]);
        }

        AddAnswers(news);
        return news;
    }

    private void AddAnswers(List<(string Where, string Text)> news)
    {
        // The status is asked once: it may come between a first look and a second.
        var answered = _unanswered.FindAll(request => request.ResponseStatus is not null);
        news.AddRange(answered.Select(request => ("from " + _name, RequestFormatter.FormatResponse(request))));
        _unanswered.RemoveAll(answered.Contains);
    }
}
