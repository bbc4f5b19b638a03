using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Cfx;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Messages;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The delivery as a whole: wires its parts, takes up what was pending before the restart, and has all of them follow other
/// settings.
/// </summary>
internal sealed class DeliveryLine
{
    private readonly DeliveryLimits _limits;
    private readonly EndpointRing _ring;
    private readonly RetrySchedule _schedule;
    private readonly IClock _clock;

    private DeliveryLine(
        Dispatcher dispatcher, StatusReader status, SendLimits sendLimits, DeliveryLimits limits, EndpointRing ring, RetrySchedule schedule, IClock clock)
    {
        Dispatcher = dispatcher;
        Status = status;
        Limits = sendLimits;
        _limits = limits;
        _ring = ring;
        _schedule = schedule;
        _clock = clock;
    }

    public Dispatcher Dispatcher { get; }

    public StatusReader Status { get; }

    /// <summary>The CAD's limits: every request to it counts.</summary>
    public SendLimits Limits { get; }

    /// <summary>The generation of the endpoint in use, 1 or 2.</summary>
    public int Generation => _ring.Current.Generation;

    /// <param name="http">The server's HTTP client.</param>
    /// <param name="keyValues">The server's store.</param>
    /// <param name="accounts">The account in use.</param>
    /// <param name="endpoints">What to send to, in order.</param>
    /// <param name="announcer">Tells of outcomes.</param>
    /// <param name="limits">How much, how long, how fast.</param>
    /// <param name="clock">The time.</param>
    /// <param name="random">Numbers from 0 up to 1, for the jitter of retries.</param>
    /// <param name="log">The log.</param>
    public static DeliveryLine Build(
        IHttpTransport http,
        IKeyValueStore keyValues,
        AccountDesk accounts,
        IReadOnlyList<ICadEndpoint> endpoints,
        OutcomeAnnouncer announcer,
        DeliveryLimits limits,
        IClock clock,
        Func<double> random,
        ILog log)
    {
        var store = new OutboxStore(keyValues);
        var outbox = new Outbox(store, limits);
        var ring = new EndpointRing(endpoints);
        var endpointDesk = new EndpointDesk(ring, store, log);
        var schedule = new RetrySchedule(random);
        var sendLimits = new SendLimits(store, limits);
        var tally = new DeliveryTally(clock);

        endpointDesk.Restore();
        sendLimits.Restore(clock.Elapsed, clock.UtcNow);
        Report(outbox.Restore(clock.Elapsed, clock.UtcNow), outbox.Count, log);

        var sender = new Sender(http, accounts, outbox, store, ring, schedule, sendLimits, log);
        var retries = new RetryDesk(outbox, schedule, tally, log);
        var answers = new AnswerDesk(outbox, accounts, endpointDesk, retries, announcer, log);
        announcer.Tell(tally);
        return new DeliveryLine(
            new Dispatcher(outbox, store, sender, answers, accounts, announcer, clock),
            new StatusReader(outbox, sender, ring, schedule, tally, clock),
            sendLimits,
            limits,
            ring,
            schedule,
            clock);
    }

    /// <summary>
    /// Counts a request to the CAD that is no removal against the limit of <paramref name="generation"/>. It counts from its
    /// sending, not from its answer as a removal does: a CAD that is silent must not hold the removals up.
    /// </summary>
    public void Count(int generation)
    {
        Limits.Begin(generation, _clock.UtcNow).End(_clock.Elapsed);

        // Its step has the disk know of it, too.
        Dispatcher.Wake();
    }

    /// <summary>
    /// Follows other settings from now on. What waits goes on waiting with the age it was promised, what was sent counts
    /// on, and the next try is due at once, since what it failed of may be mended.
    /// </summary>
    public void Use(DeliveryLimits limits, IReadOnlyList<ICadEndpoint> endpoints)
    {
        _limits.Use(limits);
        Limits.Use(limits);
        _ring.Use(endpoints);
        _schedule.TryNow(_clock.Elapsed);
        Dispatcher.Wake();
    }

    private static void Report(IReadOnlyList<string> setAside, int restored, ILog log)
    {
        if (restored > 0)
        {
            log.Write(LogLevel.Info, new Phrase("log.restored").With("count", restored));
        }

        if (setAside.Count > 0)
        {
            log.Write(
                LogLevel.Warn,
                new Phrase("log.set_aside")
                    .With("count", setAside.Count)
                    .With("keys", SafeText.Clean(string.Join(", ", setAside), SafeText.CadTextLength)));
        }
    }
}
