using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Commands;

/// <summary>Where every request arrives, whichever way it came: checked for permission, read, and handed to the queue.</summary>
internal sealed class ClearDesk
{
    private const int RefusalsAWindow = 3;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly IPlayers _players;
    private readonly Dispatcher _dispatcher;
    private readonly OutcomeAnnouncer _announcer;
    private readonly ITickSwitch _tick;
    private readonly ILog _log;
    private readonly IClock _clock;
    private readonly FloodGate _refusals = new(RefusalsAWindow, Window);
    private readonly FloodGate _fairUse;

    /// <param name="players">The players.</param>
    /// <param name="dispatcher">Takes the removals on.</param>
    /// <param name="announcer">Tells of refusals.</param>
    /// <param name="tick">Asked for when there is something to do.</param>
    /// <param name="log">The log.</param>
    /// <param name="clock">The time.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="playerRequests">How many commands and events one player may send in 10 s.</param>
    public ClearDesk(
        IPlayers players, Dispatcher dispatcher, OutcomeAnnouncer announcer, ITickSwitch tick, ILog log, IClock clock, string command, int playerRequests)
    {
        _fairUse = new FloodGate(playerRequests, Window);
        _players = players;
        _dispatcher = dispatcher;
        _announcer = announcer;
        _tick = tick;
        _log = log;
        _clock = clock;
        Command = command;
    }

    /// <summary>The command's name.</summary>
    public string Command { get; }

    /// <summary>How many commands and events one player may send in 10 s.</summary>
    public int PlayerRequests
    {
        get => _fairUse.Most;
        set => _fairUse.Most = value;
    }

    /// <summary>The one permission.</summary>
    public string Ace => "command." + Command;

    /// <summary>
    /// Whether the player's request is to be read: one who lacks the permission, or sends too many, is told so a few times.
    /// </summary>
    public bool Admits(int source)
    {
        if (_players.IsAllowed(source, Ace))
        {
            return IsFairUse(source);
        }

        if (_refusals.TryPass("player " + source, _clock.Elapsed, out var heldBack))
        {
            _players.Tell(source, Outcomes.NoPermission(Ace).Message, Tone.Warning);
            var refused = new Phrase("log.lacks_permission").With("requester", _players.Describe(source).Describe()).With("permission", Ace);
            _log.Write(LogLevel.Warn, WithHeldBack(refused, heldBack));
            _tick.On();
        }

        return false;
    }

    /// <summary>Notes something odd about <paramref name="sender"/> in the log, a few times.</summary>
    /// <param name="sender">Who did it, for the log: the placeholder <c>{sender}</c>.</param>
    /// <param name="what">What was done.</param>
    public void Suspect(string sender, Phrase what)
    {
        if (_refusals.TryPass(sender, _clock.Elapsed, out var heldBack))
        {
            _log.Write(LogLevel.Warn, WithHeldBack(what.With("sender", sender), heldBack));
            _tick.On();
        }
    }

    /// <summary>Takes on a request of someone who may, or answers at once why not.</summary>
    public void Clear(Requester requester, CallIds callIds, IReply reply)
    {
        if (callIds.Refusal is not null)
        {
            Refuse(requester, callIds.Refusal, reply);
            return;
        }

        Clear(requester, callIds.Ids, reply);
    }

    /// <summary>The same for calls that are known; there may be more of them than one request may name.</summary>
    /// <returns>Whether it was taken on.</returns>
    public bool Clear(Requester requester, IReadOnlyList<int> callIds, IReply reply)
    {
        var refusal = _dispatcher.TryAccept(requester, callIds, reply);
        if (refusal is not null)
        {
            _announcer.Refuse(requester, reply, callIds, refusal);
        }

        _tick.On();
        return refusal is null;
    }

    /// <summary>Answers a request that can't be understood.</summary>
    public void Refuse(Requester requester, Outcome refusal, IReply reply)
    {
        _announcer.Refuse(requester, reply, refusal);
        _tick.On();
    }

    private bool IsFairUse(int source)
    {
        var player = "player " + source;
        if (_fairUse.TryPass(player, _clock.Elapsed, out _))
        {
            return true;
        }

        if (_refusals.TryPass(player, _clock.Elapsed, out _))
        {
            _players.Tell(source, Outcomes.SlowDown.Message, Tone.Warning);
        }

        return false;
    }

    private static Phrase WithHeldBack(Phrase line, int heldBack) =>
        heldBack == 0 ? line : Phrase.Of(line, new Phrase("log.held_back").With("count", heldBack));
}
