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
    private readonly DeliveryOptions _options;
    private readonly EndpointSelector _selector;
    private readonly RetrySchedule _schedule;
    private readonly IClock _clock;

    private DeliveryPipeline(
        OutboxDispatcher dispatcher, DeliveryStatusReader statusReader, ApiRateLimits rateLimits, DeliveryOptions options, EndpointSelector selector, RetrySchedule schedule, IClock clock)
    {
        Dispatcher = dispatcher;
        StatusReader = statusReader;
        RateLimits = rateLimits;
        _options = options;
        _selector = selector;
        _schedule = schedule;
        _clock = clock;
    }

    public OutboxDispatcher Dispatcher { get; }

    public DeliveryStatusReader StatusReader { get; }

    /// <summary>The CAD's limits: every request to it counts.</summary>
    public ApiRateLimits RateLimits { get; }

    /// <summary>The generation of the endpoint in use, 1 or 2.</summary>
    public int ApiVersion => _selector.Current.ApiVersion;

    /// <param name="transport">The server's HTTP client.</param>
    /// <param name="keyValues">The server's store.</param>
    /// <param name="accounts">The account in use.</param>
    /// <param name="endpoints">What to send to, in order.</param>
    /// <param name="publisher">Tells of outcomes.</param>
    /// <param name="options">How much, how long, how fast.</param>
    /// <param name="clock">The time.</param>
    /// <param name="random">Numbers from 0 up to 1, for the jitter of retries.</param>
    /// <param name="log">The log.</param>
    public static DeliveryPipeline Build(
        IHttpTransport transport,
        IKeyValueStore keyValues,
        AccountProvider accounts,
        IReadOnlyList<IRemovalEndpoint> endpoints,
        OutcomePublisher publisher,
        DeliveryOptions options,
        IClock clock,
        Func<double> random,
        ILog log)
    {
        var store = new OutboxStore(keyValues);
        var outbox = new Outbox(store, options);
        var selector = new EndpointSelector(endpoints);
        var failover = new EndpointFailover(selector, store, log);
        var schedule = new RetrySchedule(random);
        var rateLimits = new ApiRateLimits(store, options);
        var metrics = new DeliveryMetrics(clock);

        failover.Restore();
        rateLimits.Restore(clock.Elapsed, clock.UtcNow);
        LogRestored(outbox.Restore(clock.Elapsed, clock.UtcNow), outbox.Count, log);

        var sender = new BatchSender(transport, accounts, outbox, store, selector, schedule, rateLimits, log);
        var retryHandler = new RetryHandler(outbox, schedule, metrics, log);
        var responseHandler = new ResponseHandler(outbox, accounts, failover, retryHandler, publisher, log);
        publisher.Subscribe(metrics);
        return new DeliveryPipeline(
            new OutboxDispatcher(outbox, store, sender, responseHandler, accounts, publisher, clock),
            new DeliveryStatusReader(outbox, sender, selector, schedule, metrics, clock),
            rateLimits,
            options,
            selector,
            schedule,
            clock);
    }

    /// <summary>
    /// Counts a request to the CAD that is no removal against the limit of <paramref name="apiVersion"/>. It counts from its
    /// sending, not from its answer as a removal does: a CAD that is silent must not hold the removals up.
    /// </summary>
    public void CountRequest(int apiVersion)
    {
        RateLimits.Acquire(apiVersion, _clock.UtcNow).Release(_clock.Elapsed);

        // Its step has the disk know of it, too.
        Dispatcher.Wake();
    }

    /// <summary>
    /// Follows other settings from now on. What waits goes on waiting with the age it was promised, what was sent counts
    /// on, and the next try is due at once, since what it failed of may be mended.
    /// </summary>
    public void Reconfigure(DeliveryOptions options, IReadOnlyList<IRemovalEndpoint> endpoints)
    {
        _options.Reconfigure(options);
        RateLimits.Reconfigure(options);
        _selector.Reconfigure(endpoints);
        _schedule.RetryNow(_clock.Elapsed);
        Dispatcher.Wake();
    }

    private static void LogRestored(IReadOnlyList<string> setAside, int restored, ILog log)
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
                    .With("keys", TextSanitizer.Clean(string.Join(", ", setAside), TextSanitizer.MaxCadTextLength)));
        }
    }
}
