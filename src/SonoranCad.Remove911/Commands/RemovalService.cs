using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Removals;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Commands;

/// <summary>Where every request arrives, whichever way it came: checked for permission, read, and handed to the queue.</summary>
internal sealed class RemovalService
{
    private const int RefusalsPerWindow = 3;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly IPlayerDirectory _players;
    private readonly OutboxDispatcher _dispatcher;
    private readonly OutcomePublisher _publisher;
    private readonly ITickSwitch _tick;
    private readonly ILog _log;
    private readonly IClock _clock;
    private readonly PartitionedRateLimiter _refusalLimiter = new(RefusalsPerWindow, Window);
    private readonly PartitionedRateLimiter _requestLimiter;

    /// <param name="players">The players.</param>
    /// <param name="dispatcher">Takes the removals on.</param>
    /// <param name="publisher">Tells of refusals.</param>
    /// <param name="tick">Asked for when there is something to do.</param>
    /// <param name="log">The log.</param>
    /// <param name="clock">The time.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="playerRequestLimit">How many commands and events one player may send in 10 s.</param>
    public RemovalService(
        IPlayerDirectory players, OutboxDispatcher dispatcher, OutcomePublisher publisher, ITickSwitch tick, ILog log, IClock clock, string command, int playerRequestLimit)
    {
        _requestLimiter = new PartitionedRateLimiter(playerRequestLimit, Window);
        _players = players;
        _dispatcher = dispatcher;
        _publisher = publisher;
        _tick = tick;
        _log = log;
        _clock = clock;
        Command = command;
    }

    /// <summary>The command's name.</summary>
    public string Command { get; }

    /// <summary>How many commands and events one player may send in 10 s.</summary>
    public int PlayerRequestLimit
    {
        get => _requestLimiter.PermitLimit;
        set => _requestLimiter.PermitLimit = value;
    }

    /// <summary>The one permission.</summary>
    public string Ace => "command." + Command;

    /// <summary>
    /// Whether the player's request is to be read: one who lacks the permission, or sends too many, is told so a few times.
    /// </summary>
    public bool TryAdmit(int source)
    {
        if (_players.IsAllowed(source, Ace))
        {
            return IsWithinLimit(source);
        }

        if (_refusalLimiter.TryAcquire("player " + source, _clock.Elapsed, out var suppressed))
        {
            _players.Notify(source, RemovalErrors.NoPermission(Ace).Message, Tone.Warning);
            var message = new Phrase("log.lacks_permission").With("requester", _players.Describe(source).Describe()).With("permission", Ace);
            _log.Write(LogLevel.Warn, WithSuppressedCount(message, suppressed));
            _tick.On();
        }

        return false;
    }

    /// <summary>Notes something odd about <paramref name="sender"/> in the log, a few times.</summary>
    /// <param name="sender">Who did it, for the log: the placeholder <c>{sender}</c>.</param>
    /// <param name="message">What was done.</param>
    public void LogSuspicious(string sender, Phrase message)
    {
        if (_refusalLimiter.TryAcquire(sender, _clock.Elapsed, out var suppressed))
        {
            _log.Write(LogLevel.Warn, WithSuppressedCount(message.With("sender", sender), suppressed));
            _tick.On();
        }
    }

    /// <summary>Takes on a request of someone who may, or answers at once why not.</summary>
    public void Submit(Requester requester, CallIdList callIds, IReply reply)
    {
        if (callIds.Refusal is not null)
        {
            Refuse(requester, callIds.Refusal, reply);
            return;
        }

        Submit(requester, callIds.Ids, reply);
    }

    /// <summary>The same for calls that are known; there may be more of them than one request may name.</summary>
    /// <returns>Whether it was taken on.</returns>
    public bool Submit(Requester requester, IReadOnlyList<int> callIds, IReply reply)
    {
        var refusal = _dispatcher.TryEnqueue(requester, callIds, reply);
        if (refusal is not null)
        {
            _publisher.Refuse(requester, reply, callIds, refusal);
        }

        _tick.On();
        return refusal is null;
    }

    /// <summary>Answers a request that can't be understood.</summary>
    public void Refuse(Requester requester, RemovalError refusal, IReply reply)
    {
        _publisher.Refuse(requester, reply, refusal);
        _tick.On();
    }

    private bool IsWithinLimit(int source)
    {
        var player = "player " + source;
        if (_requestLimiter.TryAcquire(player, _clock.Elapsed, out _))
        {
            return true;
        }

        if (_refusalLimiter.TryAcquire(player, _clock.Elapsed, out _))
        {
            _players.Notify(source, RemovalErrors.SlowDown.Message, Tone.Warning);
        }

        return false;
    }

    private static Phrase WithSuppressedCount(Phrase line, int suppressed) =>
        suppressed == 0 ? line : Phrase.Join(line, new Phrase("log.held_back").With("count", suppressed));
}
