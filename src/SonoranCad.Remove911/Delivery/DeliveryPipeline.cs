using System;
using System.Collections.Generic;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Cad;
using SonoranCad.Remove911.Configuration;
using SonoranCad.Remove911.Http;
using SonoranCad.Remove911.Localization;
using SonoranCad.Remove911.Logging;
using SonoranCad.Remove911.Resilience;

namespace SonoranCad.Remove911.Delivery;

/// <summary>
/// The delivery as a whole: wires its parts, takes up what was pending before the restart, and has all of them follow other
/// settings.
/// </summary>
internal sealed class DeliveryPipeline
{
    private readonly DeliveryOptions _limits;
    private readonly EndpointSelector _ring;
    private readonly RetrySchedule _schedule;
    private readonly IClock _clock;

    private DeliveryPipeline(
        OutboxDispatcher dispatcher, DeliveryStatusReader status, ApiRateLimits sendLimits, DeliveryOptions limits, EndpointSelector ring, RetrySchedule schedule, IClock clock)
    {
        Dispatcher = dispatcher;
        Status = status;
        Limits = sendLimits;
        _limits = limits;
        _ring = ring;
        _schedule = schedule;
        _clock = clock;
    }

    public OutboxDispatcher Dispatcher { get; }

    public DeliveryStatusReader Status { get; }

    /// <summary>The CAD's limits: every request to it counts.</summary>
    public ApiRateLimits Limits { get; }

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
    public static DeliveryPipeline Build(
        IHttpTransport http,
        IKeyValueStore keyValues,
        AccountProvider accounts,
        IReadOnlyList<IRemovalEndpoint> endpoints,
        OutcomePublisher announcer,
        DeliveryOptions limits,
        IClock clock,
        Func<double> random,
        ILog log)
    {
        var store = new OutboxStore(keyValues);
        var outbox = new Outbox(store, limits);
        var ring = new EndpointSelector(endpoints);
        var endpointDesk = new EndpointFailover(ring, store, log);
        var schedule = new RetrySchedule(random);
        var sendLimits = new ApiRateLimits(store, limits);
        var tally = new DeliveryMetrics(clock);

        endpointDesk.Restore();
        sendLimits.Restore(clock.Elapsed, clock.UtcNow);
        Report(outbox.Restore(clock.Elapsed, clock.UtcNow), outbox.Count, log);

        var sender = new BatchSender(http, accounts, outbox, store, ring, schedule, sendLimits, log);
        var retries = new RetryHandler(outbox, schedule, tally, log);
        var answers = new ResponseHandler(outbox, accounts, endpointDesk, retries, announcer, log);
        announcer.Subscribe(tally);
        return new DeliveryPipeline(
            new OutboxDispatcher(outbox, store, sender, answers, accounts, announcer, clock),
            new DeliveryStatusReader(outbox, sender, ring, schedule, tally, clock),
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
        Limits.Begin(generation, _clock.UtcNow).Release(_clock.Elapsed);

        // Its step has the disk know of it, too.
        Dispatcher.Wake();
    }

    /// <summary>
    /// Follows other settings from now on. What waits goes on waiting with the age it was promised, what was sent counts
    /// on, and the next try is due at once, since what it failed of may be mended.
    /// </summary>
    public void Reconfigure(DeliveryOptions limits, IReadOnlyList<IRemovalEndpoint> endpoints)
    {
        _limits.Reconfigure(limits);
        Limits.Reconfigure(limits);
        _ring.Reconfigure(endpoints);
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
                    .With("keys", TextSanitizer.Clean(string.Join(", ", setAside), TextSanitizer.CadTextLength)));
        }
    }
}
