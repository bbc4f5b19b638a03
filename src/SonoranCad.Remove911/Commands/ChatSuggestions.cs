using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Commands;

/// <summary>
/// Offers the command in the chats of those who may use it, while they type. A chat that is not up yet hears nothing, and
/// tells when it is.
/// </summary>
internal sealed class ChatSuggestions : ITickable
{
    public const string AddEvent = "chat:addSuggestion";
    public const string RemoveEvent = "chat:removeSuggestion";

    // The command's own words, which no language translates.
    private const string SubcommandWords = "last, all, status, reload";

    // A chat comes up once, or again when its resource restarts.
    private const int OffersPerWindow = 3;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly IPlayerDirectory _players;
    private readonly IClientEvents _clientEvents;
    private readonly Localizer _localizer;
    private readonly SettingsMonitor _settings;
    private readonly ITickSwitch _tick;
    private readonly IClock _clock;
    private readonly string _command;
    private readonly string _ace;
    private readonly PartitionedRateLimiter _limiter = new(OffersPerWindow, Window);

    // Only those online: who leaves is taken out.
    private readonly HashSet<int> _offeredTo = new();
    private string _locale;

    public ChatSuggestions(
        IPlayerDirectory players, IClientEvents clientEvents, Localizer localizer, SettingsMonitor settings, ITickSwitch tick, IClock clock, string command, string ace)
    {
        _players = players;
        _clientEvents = clientEvents;
        _localizer = localizer;
        _settings = settings;
        _tick = tick;
        _clock = clock;
        _command = "/" + command;
        _ace = ace;
        _locale = settings.Current.Locale;
        settings.Changed += OnSettingsChanged;
    }

    /// <summary>Whether the language has changed: what was offered is in the old one.</summary>
    public bool NeedsTick => _locale != _settings.Current.Locale;

    /// <summary>How many players have it, for whom it is taken away at the end.</summary>
    public int OfferedCount => _offeredTo.Count;

    /// <summary>Offers it to everyone online who may.</summary>
    public void OfferToAll()
    {
        _locale = _settings.Current.Locale;
        foreach (var player in _players.GetOnline())
        {
            Offer(player);
        }
    }

    /// <summary>A player's chat says that it is up; a client may say so at any time and as often as it likes.</summary>
    public void OnChatReady(int player)
    {
        if (_limiter.TryAcquire("player " + player, _clock.Elapsed, out _))
        {
            Offer(player);
        }
    }

    public void OnPlayerLeft(int player) => _offeredTo.Remove(player);

    /// <summary>Takes it away from all who got it: the command ends with this resource.</summary>
    public void WithdrawAll()
    {
        foreach (var player in _offeredTo)
        {
            _clientEvents.Send(player, RemoveEvent, _command);
        }

        _offeredTo.Clear();
    }

    public void Tick(TimeSpan now)
    {
        if (NeedsTick)
        {
            OfferToAll();
        }
    }

    // With the tick, since the language is not taken up yet while the settings change.
    private void OnSettingsChanged()
    {
        if (NeedsTick)
        {
            _tick.On();
        }
    }

    private void Offer(int player)
    {
        if (_players.IsAllowed(player, _ace))
        {
            _offeredTo.Add(player);
            _clientEvents.Send(player, AddEvent, _command, _localizer.Format(new Phrase("suggestion.help")), Parameters());
        }
        else if (_offeredTo.Remove(player))
        {
            _clientEvents.Send(player, RemoveEvent, _command);
        }
    }

    private Dictionary<string, object>[] Parameters() => new[]
    {
        new Dictionary<string, object>
        {
            ["name"] = _localizer.Format(new Phrase("suggestion.parameter")),
            ["help"] = _localizer.Format(new Phrase("suggestion.parameter_help").With("words", SubcommandWords)),
        },
    };
}
