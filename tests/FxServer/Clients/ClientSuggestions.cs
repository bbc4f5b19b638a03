using System;
using System.Collections.Generic;
using System.Linq;

namespace FxServer;

/// <summary>The commands that a client's chat suggests. Suggestions sent before the chat has loaded are lost.</summary>
internal sealed class ClientSuggestions
{
    private readonly List<FxSuggestion> _offered = new List<FxSuggestion>();
    private bool _isUp;

    /// <summary>Raised when a suggestion is added or changed.</summary>
    public event Action<FxSuggestion>? Added;

    /// <summary>Raised with the name of a suggestion that was removed.</summary>
    public event Action<string>? Removed;

    public IReadOnlyList<FxSuggestion> Offered => _offered;

    /// <summary>The chat's page has loaded or reloaded, without any suggestions.</summary>
    public void Load()
    {
        _isUp = true;
        _offered.Clear();
    }

    public void Receive(string eventName, object?[] args)
    {
        if (!_isUp || args.Length == 0 || WireText.Of(args[0]) is not { } name)
        {
            return;
        }

        if (eventName == "chat:addSuggestion")
        {
            Add(name, args.Length > 1 ? WireText.Of(args[1]) : null, args.Length > 2 ? args[2] as List<object?> : null);
        }
        else if (eventName == "chat:removeSuggestion")
        {
            Remove(name);
        }
    }

    private static FxSuggestionParameter ReadParameter(IDictionary<string, object?> map) =>
        new FxSuggestionParameter(WireText.Of(map, "name") ?? "", WireText.Of(map, "help") ?? "");

    private void Add(string name, string? help, List<object?>? parameters)
    {
        var suggestion = new FxSuggestion(
            name,
            help ?? "",
            (parameters ?? []).OfType<IDictionary<string, object?>>().Select(ReadParameter).ToArray());
        var at = _offered.FindIndex(known => known.Name == name);
        if (at < 0)
        {
            _offered.Add(suggestion);
        }
        else if (help is not null || parameters is not null)
        {
            // A suggestion with the same name replaces the first one's text, unless its own is empty.
            _offered[at] = suggestion;
        }
        else
        {
            return;
        }

        Added?.Invoke(suggestion);
    }

    private void Remove(string name)
    {
        if (_offered.RemoveAll(known => known.Name == name) > 0)
        {
            Removed?.Invoke(name);
        }
    }
}
