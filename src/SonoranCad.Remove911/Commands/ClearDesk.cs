using System;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Delivery;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Commands;

/// <summary>Where every request arrives, whichever way it came: checked for permission, read, and handed to the queue.</summary>
internal sealed class ClearDesk
{
    private readonly IPlayers _players;
    private readonly RemovalQueue _queue;
    private readonly OutcomeAnnouncer _announcer;
    private readonly ITickSwitch _tick;
    private readonly ILog _log;
    private readonly IClock _clock;
    private readonly FloodGate _refusals = new();

    public ClearDesk(IPlayers players, RemovalQueue queue, OutcomeAnnouncer announcer, ITickSwitch tick, ILog log, IClock clock, string command)
    {
        _players = players;
        _queue = queue;
        _announcer = announcer;
        _tick = tick;
        _log = log;
        _clock = clock;
        Command = command;
    }

    /// <summary>The command's name.</summary>
    public string Command { get; }

    /// <summary>The one permission.</summary>
    public string Ace => "command." + Command;

    /// <summary>Whether the player may clear calls; one who may not is told, a few times.</summary>
    public bool Admits(int source)
    {
        if (_players.IsAllowed(source, Ace))
        {
            return true;
        }

        if (_refusals.TryPass("player " + source, _clock.Elapsed, out var heldBack))
        {
            _players.Tell(source, Outcomes.NoPermission(Ace).Message, good: false);
            _log.Write(LogLevel.Warn, $"Refused {_players.Describe(source)}, who lacks {Ace}.{Also(heldBack)}");
            _tick.On();
        }

        return false;
    }

    /// <summary>Notes something odd about <paramref name="sender"/> in the log, a few times.</summary>
    public void Suspect(string sender, string what)
    {
        if (_refusals.TryPass(sender, _clock.Elapsed, out var heldBack))
        {
            _log.Write(LogLevel.Warn, $"{what} ({sender}).{Also(heldBack)}");
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

        var refusal = _queue.TryAccept(new Removal(requester, callIds.Ids, reply));
        if (refusal is not null)
        {
            _announcer.Announce(requester, reply, RemovalReport.AllFailed(callIds.Ids, refusal));
        }

        _tick.On();
    }

    /// <summary>Answers a request that can't be understood.</summary>
    public void Refuse(Requester requester, Outcome refusal, IReply reply)
    {
        _announcer.Refuse(requester, reply, refusal);
        _tick.On();
    }

    private static string Also(int heldBack) =>
        heldBack == 0 ? string.Empty : FormattableString.Invariant($" {heldBack} more like it were not logged.");
}
